package jp.shomei.http.certificate;

import io.swagger.v3.oas.annotations.Operation;
import jp.shomei.contracts.certificate.ApproveRevocation;
import jp.shomei.contracts.certificate.DeclineRevocation;
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

/** Revoking an issued certificate (証明書の失効). Answered as {@link Changes} says. */
@RestController
@RequestMapping(path = "/api/v1/certificates/{requestId}/revocation", produces = MediaType.APPLICATION_JSON_VALUE)
@AnswersCertificate
public class RevocationController {
    private final Changes changes;

    /** Sends through these gateways. */
    public RevocationController(Gateways gateways) {
        this.changes = new Changes(gateways);
    }

    /**
     * A request to revoke. For whom an officer acts, and how that person was identified, only officers say.
     *
     * @param reason its name in RFC 5280
     * @param askedBy for whom an officer acts
     * @param askedByPhone that person's telephone number
     * @param identifiedBy how that person was identified
     */
    public record Request(
            @Nullable String reason,
            @Nullable String askedBy,
            @Nullable String askedByPhone,
            @Nullable String identifiedBy) {}

    /**
     * Why a request to revoke is declined.
     *
     * @param reason why not
     */
    public record Refusal(@Nullable String reason) {}

    /** The institution, the terminal that holds the certificate, or an officer asks for a revocation. */
    @Operation(
            summary = "Ask for a revocation (失効申請): done at once, unless an officer acts for somebody else (askedBy);"
                    + " then an officer has to approve. Institutions and terminals send a reason and nothing else;"
                    + " a terminal revokes the certificate it presents, which opens nothing any more then")
    @AllowedTo({Role.TERMINAL, Role.INSTITUTION, Role.OFFICER})
    @RefusesAmendment
    @Refuses({ErrorCode.NOT_YOUR_CERTIFICATE, ErrorCode.REVOCATION_PENDING})
    @TellsConsistency
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    public Mono<ResponseEntity<Object>> ask(
            @PathVariable String requestId, @RequestBody Request body, ServerWebExchange exchange) {
        return Requester.current()
                .flatMap(requester -> changes.make(requestId, known -> requester.ask(known, body), exchange));
    }

    /** An officer approves a pending request. */
    @Operation(summary = "Approve a pending request to revoke: the certificate is revoked")
    @AllowedTo(Role.OFFICER)
    @Refuses({ErrorCode.CERTIFICATE_NOT_FOUND, ErrorCode.REVOCATION_NOT_PENDING, ErrorCode.SECOND_OFFICER_NEEDED})
    @TellsConsistency
    @PostMapping("/approval")
    public Mono<ResponseEntity<Object>> approve(@PathVariable String requestId, ServerWebExchange exchange) {
        return changes.make(requestId, ApproveRevocation::new, exchange);
    }

    /** An officer declines a pending request. */
    @Operation(summary = "Decline a pending request to revoke: the certificate stays valid")
    @AllowedTo(Role.OFFICER)
    @Refuses({ErrorCode.INVALID_FIELDS, ErrorCode.CERTIFICATE_NOT_FOUND, ErrorCode.REVOCATION_NOT_PENDING})
    @TellsConsistency
    @PostMapping(path = "/refusal", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Mono<ResponseEntity<Object>> decline(
            @PathVariable String requestId, @RequestBody Refusal body, ServerWebExchange exchange) {
        return changes.make(requestId, known -> new DeclineRevocation(known, body.reason()), exchange);
    }
}
