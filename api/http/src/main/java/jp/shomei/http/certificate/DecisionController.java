package jp.shomei.http.certificate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jp.shomei.contracts.certificate.ApproveApplication;
import jp.shomei.contracts.certificate.CancelApplication;
import jp.shomei.contracts.certificate.RejectApplication;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.openapi.Refuses;
import jp.shomei.http.openapi.TellsConsistency;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What becomes of a waiting application. Answered as {@link Changes} says. An officer's decision can be bound, by
 * {@code If-Match}, to what the officer was shown.
 */
@RestController
@RequestMapping(path = "/api/v1/certificates/{requestId}", produces = MediaType.APPLICATION_JSON_VALUE)
@AnswersCertificate
public class DecisionController {
    private static final String BOUND = "review of the application that was shown, as its ETag; without, or with *, the"
            + " decision holds whatever has changed meanwhile";

    private final Changes changes;

    /** Sends through these gateways. */
    public DecisionController(Gateways gateways) {
        this.changes = new Changes(gateways);
    }

    /**
     * Why an application is rejected.
     *
     * @param reason what the applicant is told
     */
    public record Rejection(@Nullable String reason) {}

    /** The applicant takes a waiting application back. */
    @Operation(summary = "Take a waiting application back (発行申請のキャンセル)")
    @AllowedTo(Role.INSTITUTION)
    @Refuses({ErrorCode.CERTIFICATE_NOT_FOUND, ErrorCode.NOT_WAITING_APPROVAL})
    @TellsConsistency
    @PostMapping("/cancellation")
    public Mono<ResponseEntity<Object>> cancel(@PathVariable String requestId, ServerWebExchange exchange) {
        return changes.make(requestId, CancelApplication::new, exchange);
    }

    /** An officer approves a waiting application. */
    @Operation(
            summary = "Approve a waiting application: the certificate is issued and the fee arises, unless a second"
                    + " officer has to approve")
    @AllowedTo(Role.OFFICER)
    @Refuses({
        ErrorCode.CERTIFICATE_NOT_FOUND,
        ErrorCode.NOT_WAITING_APPROVAL,
        ErrorCode.REVIEW_OUTDATED,
        ErrorCode.INSTITUTION_NOT_REGISTERED,
        ErrorCode.SECOND_OFFICER_NEEDED
    })
    @TellsConsistency
    @PostMapping("/approval")
    public Mono<ResponseEntity<Object>> approve(
            @PathVariable String requestId,
            @Parameter(description = BOUND) @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            ServerWebExchange exchange) {
        String review = ReviewTag.read(ifMatch);
        return changes.make(requestId, known -> new ApproveApplication(known, review), exchange);
    }

    /** An officer rejects a waiting application. */
    @Operation(summary = "Reject a waiting application (発行申請棄却)")
    @AllowedTo(Role.OFFICER)
    @Refuses({
        ErrorCode.INVALID_FIELDS,
        ErrorCode.CERTIFICATE_NOT_FOUND,
        ErrorCode.NOT_WAITING_APPROVAL,
        ErrorCode.REVIEW_OUTDATED
    })
    @TellsConsistency
    @PostMapping(path = "/rejection", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Mono<ResponseEntity<Object>> reject(
            @PathVariable String requestId,
            @RequestBody Rejection body,
            @Parameter(description = BOUND) @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            ServerWebExchange exchange) {
        String review = ReviewTag.read(ifMatch);
        return changes.make(requestId, known -> new RejectApplication(known, body.reason(), review), exchange);
    }
}
