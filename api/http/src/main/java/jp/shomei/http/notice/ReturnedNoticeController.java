package jp.shomei.http.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jp.shomei.contracts.notice.RecordAddresseeContacted;
import jp.shomei.contracts.notice.ResendNotice;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
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

/** What is done about a notice that came back (不達). Answered as {@link NoticeChanges} says. */
@RestController
@RequestMapping(path = "/api/v1/notices/{noticeId}", produces = MediaType.APPLICATION_JSON_VALUE)
@AnswersNotice
public class ReturnedNoticeController {
    private final NoticeChanges changes;

    /** Sends through these gateways. */
    public ReturnedNoticeController(Gateways gateways) {
        this.changes = new NoticeChanges(gateways);
    }

    /**
     * An attempt to reach the addressee.
     *
     * @param means PHONE, EMAIL or LETTER
     * @param outcome what came of it
     */
    @Schema(name = "AddresseeContacted")
    public record Contacted(
            @Nullable String means, @Nullable String outcome) {}

    /** An officer contacted the addressee, or tried to. */
    @Operation(summary = "The addressee of a returned notice was contacted, or it was tried (PHONE, EMAIL or LETTER)")
    @AllowedTo(Role.OFFICER)
    @Refuses({ErrorCode.INVALID_FIELDS, ErrorCode.NOTICE_NOT_FOUND, ErrorCode.NOTICE_NOT_RETURNED})
    @TellsConsistency
    @PostMapping(path = "/contact", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Mono<ResponseEntity<Object>> contact(
            @PathVariable String noticeId, @RequestBody Contacted body, ServerWebExchange exchange) {
        return changes.make(
                noticeId, known -> new RecordAddresseeContacted(known, body.means(), body.outcome()), exchange);
    }

    /** The notice is to be posted once more. */
    @Operation(summary = "Post a returned notice once more, on the next dispatch day")
    @AllowedTo({Role.MAILROOM, Role.OFFICER})
    @Refuses({ErrorCode.NOTICE_NOT_FOUND, ErrorCode.NOTICE_NOT_RETURNED})
    @TellsConsistency
    @PostMapping("/resend")
    public Mono<ResponseEntity<Object>> resend(@PathVariable String noticeId, ServerWebExchange exchange) {
        return changes.make(noticeId, ResendNotice::new, exchange);
    }
}
