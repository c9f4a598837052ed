package jp.shomei.http.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jp.shomei.contracts.notice.DeliverNotice;
import jp.shomei.contracts.notice.DispatchNotice;
import jp.shomei.contracts.notice.FindNotice;
import jp.shomei.contracts.notice.NoticeView;
import jp.shomei.contracts.notice.ResendNotice;
import jp.shomei.contracts.notice.ReturnNotice;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.openapi.Refuses;
import jp.shomei.http.openapi.TellsConsistency;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What the post office does with a notice. Answered with the notice as it stands then (without reference IDs), or with
 * 202 and its ID if that cannot be shown in time: it is on record either way.
 */
@RestController
@RequestMapping(path = "/api/v1/notices/{noticeId}", produces = MediaType.APPLICATION_JSON_VALUE)
@ApiResponse(
        responseCode = "200",
        description = "recorded",
        content = @Content(schema = @Schema(implementation = NoticeJson.class)))
@ApiResponse(
        responseCode = "202",
        description = "recorded; the notice cannot be shown yet",
        content = @Content(schema = @Schema(implementation = PostingController.Recorded.class)))
public class PostingController {
    private final Gateways gateways;

    /** Sends through these gateways. */
    public PostingController(Gateways gateways) {
        this.gateways = gateways;
    }

    /**
     * A posted notice.
     *
     * @param trackingNumber 11 digits, hyphens allowed
     */
    public record Dispatch(@Nullable String trackingNumber) {}

    /**
     * A notice that came back.
     *
     * @param reason why, as the post office says
     */
    public record Return(@Nullable String reason) {}

    /**
     * Something that is on record and not yet to be seen.
     *
     * @param noticeId the notice
     */
    @Schema(name = "RecordedNotice")
    public record Recorded(String noticeId) {}

    /** The notice was posted. */
    @Operation(summary = "The notice was posted (簡易書留)")
    @AllowedTo(Role.MAILROOM)
    @Refuses({ErrorCode.INVALID_FIELDS, ErrorCode.NOTICE_NOT_FOUND, ErrorCode.NOTICE_NOT_PREPARED})
    @TellsConsistency
    @PostMapping(path = "/dispatch", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Mono<ResponseEntity<Object>> dispatch(
            @PathVariable String noticeId, @RequestBody Dispatch body, ServerWebExchange exchange) {
        return record(new DispatchNotice(NoticeIds.known(noticeId), body.trackingNumber(), null), noticeId, exchange);
    }

    /** The notice was delivered. */
    @Operation(summary = "The notice was delivered (お届け済み)")
    @AllowedTo(Role.MAILROOM)
    @Refuses({ErrorCode.NOTICE_NOT_FOUND, ErrorCode.NOTICE_NOT_DISPATCHED})
    @TellsConsistency
    @PostMapping("/delivery")
    public Mono<ResponseEntity<Object>> deliver(@PathVariable String noticeId, ServerWebExchange exchange) {
        return record(new DeliverNotice(NoticeIds.known(noticeId), null), noticeId, exchange);
    }

    /** The notice came back. */
    @Operation(summary = "The notice came back (不達)")
    @AllowedTo(Role.MAILROOM)
    @Refuses({ErrorCode.INVALID_FIELDS, ErrorCode.NOTICE_NOT_FOUND, ErrorCode.NOTICE_NOT_DISPATCHED})
    @TellsConsistency
    @PostMapping(path = "/return", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Mono<ResponseEntity<Object>> cameBack(
            @PathVariable String noticeId, @RequestBody Return body, ServerWebExchange exchange) {
        return record(new ReturnNotice(NoticeIds.known(noticeId), body.reason(), null), noticeId, exchange);
    }

    /** The notice is to be posted once more. */
    @Operation(summary = "Post a returned notice once more, on the next dispatch day")
    @AllowedTo(Role.MAILROOM)
    @Refuses({ErrorCode.NOTICE_NOT_FOUND, ErrorCode.NOTICE_NOT_RETURNED})
    @TellsConsistency
    @PostMapping("/resend")
    public Mono<ResponseEntity<Object>> resend(@PathVariable String noticeId, ServerWebExchange exchange) {
        return record(new ResendNotice(NoticeIds.known(noticeId)), noticeId, exchange);
    }

    private Mono<ResponseEntity<Object>> record(Object command, String noticeId, ServerWebExchange exchange) {
        return gateways.changeAndFind(command, new FindNotice(noticeId), NoticeView.class, exchange)
                .onErrorMap(AggregateNotFoundException.class, unknown -> NoticeIds.notFound())
                .map(NoticeJson::of)
                .map(ResponseEntity::<Object>ok)
                .defaultIfEmpty(ResponseEntity.accepted().body(new Recorded(noticeId)));
    }
}
