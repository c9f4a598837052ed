package jp.shomei.http.certificate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jp.shomei.contracts.certificate.ApproveApplication;
import jp.shomei.contracts.certificate.CancelApplication;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.contracts.certificate.RejectApplication;
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

/**
 * What becomes of a waiting application. Answered with the certificate as it stands then, or with 202 and its request ID
 * if that cannot be shown in time: the decision is on record either way.
 */
@RestController
@RequestMapping(path = "/api/v1/certificates/{requestId}", produces = MediaType.APPLICATION_JSON_VALUE)
@ApiResponse(
        responseCode = "200",
        description = "decided",
        content = @Content(schema = @Schema(implementation = CertificateDetailView.class)))
@ApiResponse(
        responseCode = "202",
        description = "decided; the certificate cannot be shown yet",
        content = @Content(schema = @Schema(implementation = DecisionController.Recorded.class)))
public class DecisionController {
    private final Gateways gateways;

    /** Sends through these gateways. */
    public DecisionController(Gateways gateways) {
        this.gateways = gateways;
    }

    /**
     * Why an application is rejected.
     *
     * @param reason what the applicant is told
     */
    public record Rejection(@Nullable String reason) {}

    /**
     * A decision that is on record and not yet to be seen.
     *
     * @param requestId the certificate
     */
    @Schema(name = "RecordedDecision")
    public record Recorded(String requestId) {}

    /** The applicant takes a waiting application back. */
    @Operation(summary = "Take a waiting application back (発行申請のキャンセル)")
    @AllowedTo(Role.INSTITUTION)
    @Refuses({ErrorCode.CERTIFICATE_NOT_FOUND, ErrorCode.NOT_WAITING_APPROVAL})
    @TellsConsistency
    @PostMapping("/cancellation")
    public Mono<ResponseEntity<Object>> cancel(@PathVariable String requestId, ServerWebExchange exchange) {
        return decide(new CancelApplication(RequestIds.known(requestId)), requestId, exchange);
    }

    /** An officer approves a waiting application. */
    @Operation(summary = "Approve a waiting application: the certificate is issued and the fee arises")
    @AllowedTo(Role.OFFICER)
    @Refuses({ErrorCode.CERTIFICATE_NOT_FOUND, ErrorCode.NOT_WAITING_APPROVAL})
    @TellsConsistency
    @PostMapping("/approval")
    public Mono<ResponseEntity<Object>> approve(@PathVariable String requestId, ServerWebExchange exchange) {
        return decide(new ApproveApplication(RequestIds.known(requestId), null), requestId, exchange);
    }

    /** An officer rejects a waiting application. */
    @Operation(summary = "Reject a waiting application (発行申請棄却)")
    @AllowedTo(Role.OFFICER)
    @Refuses({ErrorCode.INVALID_FIELDS, ErrorCode.CERTIFICATE_NOT_FOUND, ErrorCode.NOT_WAITING_APPROVAL})
    @TellsConsistency
    @PostMapping(path = "/rejection", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Mono<ResponseEntity<Object>> reject(
            @PathVariable String requestId, @RequestBody Rejection body, ServerWebExchange exchange) {
        return decide(new RejectApplication(RequestIds.known(requestId), body.reason(), null), requestId, exchange);
    }

    private Mono<ResponseEntity<Object>> decide(Object command, String requestId, ServerWebExchange exchange) {
        return gateways.changeAndFind(command, new FindCertificate(requestId), CertificateDetailView.class, exchange)
                .map(ResponseEntity::<Object>ok)
                .defaultIfEmpty(ResponseEntity.accepted().body(new Recorded(requestId)));
    }
}
