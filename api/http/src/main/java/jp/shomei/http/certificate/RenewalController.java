package jp.shomei.http.certificate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import jp.shomei.contracts.certificate.HandedOut;
import jp.shomei.contracts.certificate.RenewForRequest;
import jp.shomei.contracts.certificate.RenewPkcs12;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.message.Origin;
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

/** Renewal (更新): by the terminal that holds the certificate, or by the portal. */
@RestController
@RequestMapping("/api/v1/certificates/{requestId}/renewal")
public class RenewalController {
    private static final int PASSWORD_LIMIT = 64;
    private final Gateways gateways;

    /** Sends through these gateways. */
    public RenewalController(Gateways gateways) {
        this.gateways = gateways;
    }

    /**
     * What the renewed certificate is wanted for; exactly one of both.
     *
     * @param password for a key that the authority makes: 証明書パスワード, chosen by the user; secret
     * @param csr for a new key of the holder's own: PKCS#10 request in PEM
     */
    public record RenewalOrder(
            @Nullable String password, @Nullable String csr) {
        @Override
        public String toString() {
            return "RenewalOrder[]";
        }
    }

    /** Renews for a key of either kind. */
    @Operation(summary = "Renew: with a password the answer is PKCS#12, with a request for a new key PEM (更新)")
    @ApiResponse(
            responseCode = "200",
            description = "the renewed certificate",
            content = {
                @Content(mediaType = CertificateFiles.PKCS12, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = CertificateFiles.PEM, schema = @Schema(type = "string"))
            })
    @AllowedTo({Role.TERMINAL, Role.INSTITUTION})
    @TellsConsistency
    @RefusesRenewal
    @Refuses(ErrorCode.KEY_NOT_KEPT)
    @PostMapping(
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {CertificateFiles.PKCS12, CertificateFiles.PEM})
    public Mono<ResponseEntity<byte[]>> renew(
            @PathVariable String requestId, @RequestBody RenewalOrder body, ServerWebExchange exchange) {
        String certificate = RequestIds.known(requestId);
        requireOne(body);
        Parameters typed = new Parameters();
        if (body.csr() == null) {
            var password = typed.text("password", body.password(), PASSWORD_LIMIT);
            typed.check();
            return pkcs12(certificate, password.orElseThrow(), exchange);
        }
        var csr = typed.text("csr", body.csr(), CertificationRequests.LIMIT);
        typed.check();
        return forRequest(certificate, csr.orElseThrow(), exchange);
    }

    /** Renews for a new key of the holder's own. */
    @Operation(summary = "Renew for a new key of one's own (PKCS#10 in PEM or DER in, PEM certificate and chain out)")
    @ApiResponse(
            responseCode = "200",
            description = "the renewed certificate and its chain",
            content = @Content(mediaType = CertificateFiles.PEM, schema = @Schema(type = "string")))
    @AllowedTo({Role.TERMINAL, Role.INSTITUTION})
    @TellsConsistency
    @RefusesRenewal
    @PostMapping(consumes = CertificationRequests.TYPE, produces = CertificateFiles.PEM)
    public Mono<ResponseEntity<byte[]>> renewForRequest(
            @PathVariable String requestId, @RequestBody byte[] body, ServerWebExchange exchange) {
        return forRequest(RequestIds.known(requestId), CertificationRequests.pem(body), exchange);
    }

    private Mono<ResponseEntity<byte[]>> pkcs12(String requestId, String password, ServerWebExchange exchange) {
        return Origin.current()
                .map(origin -> new RenewPkcs12(requestId, password, origin.presentedSerial()))
                .flatMap(command -> gateways.change(command, HandedOut.class, HandedOut::recorded, exchange))
                .map(done -> CertificateFiles.pkcs12(requestId, done.file()));
    }

    private Mono<ResponseEntity<byte[]>> forRequest(String requestId, String csr, ServerWebExchange exchange) {
        return Origin.current()
                .map(origin -> new RenewForRequest(requestId, csr, origin.presentedSerial()))
                .flatMap(command -> gateways.change(command, HandedOut.class, HandedOut::recorded, exchange))
                .map(done -> CertificateFiles.pem(requestId, done.file()));
    }

    private static void requireOne(RenewalOrder body) {
        if (body.password() != null && body.csr() != null) {
            Refused.ifAny(List.of(FieldError.of("password", FieldRule.NOT_TOGETHER, "csr")));
        }
        if (body.password() == null && body.csr() == null) {
            Refused.ifAny(
                    List.of(FieldError.of("password", FieldRule.REQUIRED), FieldError.of("csr", FieldRule.REQUIRED)));
        }
    }
}
