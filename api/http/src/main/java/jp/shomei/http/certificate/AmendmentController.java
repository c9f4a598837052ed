package jp.shomei.http.certificate;

import io.swagger.v3.oas.annotations.Operation;
import jp.shomei.contracts.certificate.ChangeContact;
import jp.shomei.contracts.certificate.ExtendDownloadPeriod;
import jp.shomei.contracts.certificate.ReissueNotice;
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
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What is changed on an issued certificate while it stays valid. Answered as {@link Changes} says. */
@RestController
@RequestMapping(path = "/api/v1/certificates/{requestId}", produces = MediaType.APPLICATION_JSON_VALUE)
@AnswersCertificate
public class AmendmentController {
    private final Changes changes;

    /** Sends through these gateways. */
    public AmendmentController(Gateways gateways) {
        this.changes = new Changes(gateways);
    }

    /**
     * New contact and terminal name; what is absent stays as it is.
     *
     * @param contactName 担当部署/担当者名
     * @param terminalName 端末名称等
     * @param email メールアドレス
     * @param phone 電話番号
     */
    public record Update(
            @Nullable String contactName,
            @Nullable String terminalName,
            @Nullable String email,
            @Nullable String phone) {}

    /**
     * A longer download period.
     *
     * @param downloadUntil its last day, such as 2021-09-10
     * @param reason why
     */
    public record Extension(
            @Nullable String downloadUntil, @Nullable String reason) {}

    /**
     * A new notice.
     *
     * @param reason what happened to the one before
     */
    public record Reissue(@Nullable String reason) {}

    /** The institution changes contact or terminal name. */
    @Operation(summary = "Change contact or terminal name of an issued certificate (更新); what is absent stays as it is")
    @AllowedTo(Role.INSTITUTION)
    @RefusesAmendment
    @TellsConsistency
    @PatchMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    public Mono<ResponseEntity<Object>> update(
            @PathVariable String requestId, @RequestBody Update body, ServerWebExchange exchange) {
        return changes.make(
                requestId,
                known -> new ChangeContact(known, body.contactName(), body.terminalName(), body.email(), body.phone()),
                exchange);
    }

    /** An officer allows the download for longer. */
    @Operation(summary = "Allow the download for longer, or again (ダウンロード有効期限の延長)")
    @AllowedTo(Role.OFFICER)
    @RefusesAmendment
    @Refuses(ErrorCode.KEY_NOT_KEPT)
    @TellsConsistency
    @PostMapping(path = "/download-period", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Mono<ResponseEntity<Object>> extend(
            @PathVariable String requestId, @RequestBody Extension body, ServerWebExchange exchange) {
        Parameters typed = new Parameters();
        var until = typed.optionalDate("downloadUntil", body.downloadUntil());
        typed.check();
        return changes.make(
                requestId, known -> new ExtendDownloadPeriod(known, until.orElse(null), body.reason()), exchange);
    }

    /** An officer has a new notice mailed. */
    @Operation(summary = "Mail a new notice with a new reference ID in place of one that was lost (再発行)")
    @AllowedTo(Role.OFFICER)
    @RefusesAmendment
    @Refuses({ErrorCode.DOWNLOAD_PERIOD_OVER, ErrorCode.INSTITUTION_NOT_REGISTERED})
    @TellsConsistency
    @PostMapping(path = "/notice", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Mono<ResponseEntity<Object>> reissue(
            @PathVariable String requestId, @RequestBody Reissue body, ServerWebExchange exchange) {
        return changes.make(requestId, known -> new ReissueNotice(known, body.reason()), exchange);
    }
}
