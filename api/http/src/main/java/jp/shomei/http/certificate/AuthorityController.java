package jp.shomei.http.certificate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Function;
import jp.shomei.contracts.certificate.AuthorityCertificatesView;
import jp.shomei.contracts.certificate.FindAuthorityCertificates;
import jp.shomei.contracts.certificate.FindIssuerCertificate;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.access.OpenToAll;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.openapi.Refuses;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The authority's own certificates, for everybody. */
@RestController
@RequestMapping(path = "/ca", produces = AuthorityController.CERTIFICATE)
@ApiResponse(
        responseCode = "200",
        description = "one certificate in DER",
        content =
                @Content(
                        mediaType = AuthorityController.CERTIFICATE,
                        schema = @Schema(type = "string", format = "binary")))
public class AuthorityController {
    static final String CERTIFICATE = "application/pkix-cert";
    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();
    private final Gateways gateways;

    /** Asks through these gateways. */
    public AuthorityController(Gateways gateways) {
        this.gateways = gateways;
    }

    /** The root. */
    @Operation(summary = "The root certificate (DER)")
    @OpenToAll
    @GetMapping("/root.crt")
    public Mono<ResponseEntity<byte[]>> root(ServerWebExchange exchange) {
        return certificate(AuthorityCertificatesView::root, exchange);
    }

    /** The issuing authority, signed by the root. */
    @Operation(summary = "The issuing authority's certificate (DER)")
    @OpenToAll
    @GetMapping("/issuing.crt")
    public Mono<ResponseEntity<byte[]>> issuing(ServerWebExchange exchange) {
        return certificate(AuthorityCertificatesView::issuing, exchange);
    }

    /** The issuing authority that a certificate names. */
    @Operation(summary = "The issuing certificate that a certificate names (DER)")
    @OpenToAll
    @Refuses(ErrorCode.ISSUER_NOT_FOUND)
    @GetMapping("/crt/{issuer}.crt")
    public Mono<ResponseEntity<byte[]>> issuer(
            @Parameter(description = "the issuer's key identifier") @PathVariable String issuer,
            ServerWebExchange exchange) {
        return gateways.find(
                        new FindIssuerCertificate(issuer),
                        String.class,
                        () -> Refused.because(ErrorCode.ISSUER_NOT_FOUND),
                        exchange)
                .map(AuthorityController::encoded);
    }

    private Mono<ResponseEntity<byte[]>> certificate(
            Function<AuthorityCertificatesView, String> which, ServerWebExchange exchange) {
        return gateways.query(new FindAuthorityCertificates(), AuthorityCertificatesView.class, exchange)
                .map(which)
                .map(AuthorityController::encoded);
    }

    private static ResponseEntity<byte[]> encoded(String certificate) {
        return ResponseEntity.ok()
                .cacheControl(AN_HOUR)
                .body(Base64.getDecoder().decode(certificate));
    }
}
