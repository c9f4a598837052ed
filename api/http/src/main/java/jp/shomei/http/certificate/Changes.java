package jp.shomei.http.certificate;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.function.Function;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.http.message.Gateways;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Changes a certificate. Answered with the certificate as it stands then, or with 202 and its request ID if that cannot
 * be shown in time: the change is on record either way.
 */
final class Changes {
    private final Gateways gateways;

    Changes(Gateways gateways) {
        this.gateways = gateways;
    }

    /**
     * A change that is on record and not yet to be seen.
     *
     * @param requestId the certificate
     */
    @Schema(name = "RecordedChange")
    record Recorded(String requestId) {}

    /** Gives a command about the certificate with this ID, unless no certificate can have it. */
    Mono<ResponseEntity<Object>> make(String requestId, Function<String, Object> command, ServerWebExchange exchange) {
        String known = RequestIds.known(requestId);
        return gateways.changeAndFind(
                        command.apply(known), new FindCertificate(known), CertificateDetailView.class, exchange)
                .map(ResponseEntity::<Object>ok)
                .defaultIfEmpty(ResponseEntity.accepted().body(new Recorded(known)));
    }
}
