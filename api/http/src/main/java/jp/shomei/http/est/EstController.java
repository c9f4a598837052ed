package jp.shomei.http.est;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import jp.shomei.contracts.certificate.AuthorityCertificatesView;
import jp.shomei.contracts.certificate.DownloadForRequest;
import jp.shomei.contracts.certificate.FindAuthorityCertificates;
import jp.shomei.contracts.certificate.HandedOut;
import jp.shomei.contracts.certificate.RenewForRequest;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.AtTerminals;
import jp.shomei.http.access.OpenToAll;
import jp.shomei.http.access.Role;
import jp.shomei.http.access.TerminalCertificates;
import jp.shomei.http.access.TerminalVisit;
import jp.shomei.http.certificate.CertificationRequests;
import jp.shomei.http.certificate.RefusesDownload;
import jp.shomei.http.certificate.RefusesRenewal;
import jp.shomei.http.certificate.RemoteAddress;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.message.Origin;
import jp.shomei.http.openapi.Refuses;
import jp.shomei.http.openapi.TellsConsistency;
import jp.shomei.http.refusal.Refusals;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Enrolment over Secure Transport (RFC 7030), for terminals with a client of their own: the first certificate with the IDs
 * on the notice, the next ones with the certificate before.
 */
@RestController
@RequestMapping("/.well-known/est")
public class EstController {
    private final Gateways gateways;
    private final ObjectProvider<TerminalCertificates> certificates;

    /** Sends through these gateways. */
    public EstController(Gateways gateways, ObjectProvider<TerminalCertificates> certificates) {
        this.gateways = gateways;
        this.certificates = certificates;
    }

    /** The certificates by which a client knows the authority. */
    @Operation(summary = "EST: the authority's certificates (certs-only PKCS#7, base64)")
    @ApiResponse(
            responseCode = "200",
            description = "root and issuing certificate",
            content = @Content(mediaType = EstMessages.CERTIFICATES, schema = @Schema(type = "string")))
    @AtTerminals
    @OpenToAll
    @GetMapping(path = "/cacerts", produces = EstMessages.CERTIFICATES)
    public Mono<ResponseEntity<byte[]>> authorities(ServerWebExchange exchange) {
        return gateways.query(new FindAuthorityCertificates(), AuthorityCertificatesView.class, exchange)
                .map(found -> EstMessages.certificates(List.of(read(found.issuing()), read(found.root()))));
    }

    /** What a request should hold: nothing beyond the key. */
    @Operation(summary = "EST: what a certification request should hold; nothing in particular")
    @ApiResponse(responseCode = "204", description = "nothing in particular")
    @AtTerminals
    @OpenToAll
    @GetMapping("/csrattrs")
    public ResponseEntity<Void> attributes() {
        return ResponseEntity.noContent().build();
    }

    /** The first certificate. */
    @Operation(summary = "EST: the certificate for a key of one's own; HTTP Basic with request ID and reference ID")
    @ApiResponse(
            responseCode = "200",
            description = "the certificate",
            content = @Content(mediaType = EstMessages.CERTIFICATES, schema = @Schema(type = "string")))
    @AtTerminals
    @OpenToAll
    @TellsConsistency
    @RefusesDownload
    @Refuses({ErrorCode.UNAUTHENTICATED, ErrorCode.KEY_REUSED})
    @PostMapping(path = "/simpleenroll", consumes = CertificationRequests.TYPE, produces = EstMessages.CERTIFICATES)
    public Mono<ResponseEntity<byte[]>> enroll(@RequestBody byte[] body, ServerWebExchange exchange) {
        NoticeCredentials notice =
                NoticeCredentials.in(exchange.getRequest().getHeaders()).orElseThrow(NoticeNeeded::new);
        byte[] request = EstMessages.request(body, exchange.getRequest().getHeaders());
        DownloadForRequest command = new DownloadForRequest(
                notice.requestId(),
                notice.referenceId(),
                CertificationRequests.ofDer(request),
                RemoteAddress.of(exchange.getRequest()));
        return gateways.change(command, HandedOut.class, HandedOut::recorded, exchange)
                .onErrorMap(EstController::isRefusedAtTheDoor, wrong -> new NoticeNeeded())
                .map(EstController::issued);
    }

    /** The next certificate. */
    @Operation(summary = "EST: renewal for a new key of one's own, with the certificate in use")
    @ApiResponse(
            responseCode = "200",
            description = "the renewed certificate",
            content = @Content(mediaType = EstMessages.CERTIFICATES, schema = @Schema(type = "string")))
    @AtTerminals
    @AllowedTo(Role.TERMINAL)
    @TellsConsistency
    @RefusesRenewal
    @PostMapping(path = "/simplereenroll", consumes = CertificationRequests.TYPE, produces = EstMessages.CERTIFICATES)
    public Mono<ResponseEntity<byte[]>> reenroll(@RequestBody byte[] body, ServerWebExchange exchange) {
        byte[] request = EstMessages.request(body, exchange.getRequest().getHeaders());
        return Mono.zip(Origin.current(), TerminalVisit.current())
                .flatMap(who -> order(
                        request,
                        Objects.requireNonNull(who.getT1().presentedSerial()),
                        who.getT2().certificate().orElseThrow()))
                .flatMap(command -> gateways.change(command, HandedOut.class, HandedOut::recorded, exchange))
                .map(EstController::issued);
    }

    private Mono<RenewForRequest> order(byte[] request, String serialNumber, X509Certificate presented) {
        return Mono.fromCallable(() -> {
                    TerminalCertificates known = certificates.getObject();
                    if (!known.isNamedAlike(request, presented)) {
                        throw EstMessages.refused(FieldRule.CSR_SUBJECT);
                    }
                    String requestId = known.requestIdOf(serialNumber)
                            .orElseThrow(() -> Refused.because(ErrorCode.NOT_YOUR_CERTIFICATE));
                    return new RenewForRequest(requestId, CertificationRequests.ofDer(request), serialNumber);
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static boolean isRefusedAtTheDoor(Throwable error) {
        return Refusals.of(error).code() == ErrorCode.DOWNLOAD_REFUSED;
    }

    /** The answer holds the new certificate alone (RFC 7030 section 4.2.3). */
    private static ResponseEntity<byte[]> issued(HandedOut done) {
        return EstMessages.certificates(List.of(EstMessages.certificate(done.file())));
    }

    private static X509Certificate read(String base64) {
        return EstMessages.certificate(Base64.getDecoder().decode(base64));
    }
}
