package jp.shomei.http.notice;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import jp.shomei.contracts.notice.DeliverNotice;
import jp.shomei.contracts.notice.DispatchNotice;
import jp.shomei.contracts.notice.ReturnNotice;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.message.Parameters;
import jp.shomei.http.openapi.Refuses;
import jp.shomei.http.openapi.TellsConsistency;
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

/** What the post office does with a notice. Answered as {@link NoticeChanges} says. */
@RestController
@RequestMapping(path = "/api/v1/notices/{noticeId}", produces = MediaType.APPLICATION_JSON_VALUE)
@AnswersNotice
public class PostingController {
    private final NoticeChanges changes;

    /** Sends through these gateways. */
    public PostingController(Gateways gateways) {
        this.changes = new NoticeChanges(gateways);
    }

    /**
     * A posted notice.
     *
     * @param trackingNumber 11 digits, hyphens allowed
     * @param on the day in Japan, such as 2021-09-13; today if absent
     */
    public record Dispatch(
            @Nullable String trackingNumber, @Nullable String on) {}

    /**
     * A delivered notice.
     *
     * @param on the day in Japan, such as 2021-09-15; today if absent
     */
    public record Delivery(@Nullable String on) {}

    /**
     * A notice that came back.
     *
     * @param reason why, as the post office says
     * @param on the day in Japan, such as 2021-09-22; today if absent
     */
    public record Return(@Nullable String reason, @Nullable String on) {}

    /** The notice was posted. */
    @Operation(summary = "The notice was posted (簡易書留)")
    @AllowedTo(Role.MAILROOM)
    @Refuses({ErrorCode.INVALID_FIELDS, ErrorCode.NOTICE_NOT_FOUND, ErrorCode.NOTICE_NOT_PREPARED})
    @TellsConsistency
    @PostMapping(path = "/dispatch", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Mono<ResponseEntity<Object>> dispatch(
            @PathVariable String noticeId, @RequestBody Dispatch body, ServerWebExchange exchange) {
        LocalDate on = day(body.on());
        return changes.report(noticeId, known -> new DispatchNotice(known, body.trackingNumber(), on), exchange);
    }

    /** The notice was delivered. */
    @Operation(summary = "The notice was delivered (お届け済み)")
    @AllowedTo(Role.MAILROOM)
    @Refuses({ErrorCode.INVALID_FIELDS, ErrorCode.NOTICE_NOT_FOUND, ErrorCode.NOTICE_NOT_DISPATCHED})
    @TellsConsistency
    @PostMapping("/delivery")
    public Mono<ResponseEntity<Object>> deliver(
            @PathVariable String noticeId,
            @RequestBody(required = false) @Nullable Delivery body,
            ServerWebExchange exchange) {
        LocalDate on = body == null ? null : day(body.on());
        return changes.report(noticeId, known -> new DeliverNotice(known, on), exchange);
    }

    /** The notice came back. */
    @Operation(summary = "The notice came back (不達)")
    @AllowedTo(Role.MAILROOM)
    @Refuses({ErrorCode.INVALID_FIELDS, ErrorCode.NOTICE_NOT_FOUND, ErrorCode.NOTICE_NOT_DISPATCHED})
    @TellsConsistency
    @PostMapping(path = "/return", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Mono<ResponseEntity<Object>> cameBack(
            @PathVariable String noticeId, @RequestBody Return body, ServerWebExchange exchange) {
        LocalDate on = day(body.on());
        return changes.report(noticeId, known -> new ReturnNotice(known, body.reason(), on), exchange);
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        Parameters fields = new Parameters();
        var day = fields.optionalDate("on", typed);
        fields.check();
        return day.orElse(null);
    }
}
