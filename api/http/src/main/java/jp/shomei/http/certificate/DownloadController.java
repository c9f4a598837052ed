package jp.shomei.http.certificate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jp.shomei.contracts.certificate.DownloadForRequest;
import jp.shomei.contracts.certificate.DownloadPkcs12;
import jp.shomei.contracts.certificate.HandedOut;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.access.OpenToAll;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.message.Parameters;
import jp.shomei.http.openapi.Refuses;
import jp.shomei.http.openapi.TellsConsistency;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The download site (証明書ダウンロードサイト): no token, but the two IDs on the mailed notice. */
@RestController
public class DownloadController {
    private static final int REQUEST_ID_DIGITS = 15;
    private static final int REFERENCE_ID_LIMIT = 64;
    private static final int PASSWORD_LIMIT = 64;
    private final Gateways gateways;

    /** Sends through these gateways. */
    public DownloadController(Gateways gateways) {
        this.gateways = gateways;
    }

    /**
     * A download with the private key.
     *
     * @param requestId リクエストID
     * @param referenceId リファレンスID; secret
     * @param password 証明書パスワード, chosen by the user; secret
     */
    public record KeyDownload(
            @Nullable String requestId,
            @Nullable String referenceId,
            @Nullable String password) {
        @Override
        public String toString() {
            return "KeyDownload[requestId=" + requestId + "]";
        }
    }

    /**
     * A download for a key the holder made.
     *
     * @param requestId リクエストID
     * @param referenceId リファレンスID; secret
     * @param csr PKCS#10 request in PEM
     */
    public record RequestDownload(
            @Nullable String requestId,
            @Nullable String referenceId,
            @Nullable String csr) {
        @Override
        public String toString() {
            return "RequestDownload[requestId=" + requestId + "]";
        }
    }

    /** Hands the certificate out with its private key. */
    @Operation(summary = "Download the certificate with its private key (PKCS#12)")
    @ApiResponse(
            responseCode = "200",
            description = "PKCS#12, protected by the password",
            content =
                    @Content(mediaType = CertificateFiles.PKCS12, schema = @Schema(type = "string", format = "binary")))
    @OpenToAll
    @TellsConsistency
    @RefusesDownload
    @Refuses({ErrorCode.DOWNLOAD_REFUSED, ErrorCode.KEY_NOT_KEPT})
    @PostMapping(
            path = "/download/p12",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = CertificateFiles.PKCS12)
    public Mono<ResponseEntity<byte[]>> pkcs12(@RequestBody KeyDownload body, ServerWebExchange exchange) {
        Parameters typed = new Parameters();
        var requestId = typed.digits("requestId", body.requestId(), REQUEST_ID_DIGITS);
        var referenceId = typed.text("referenceId", body.referenceId(), REFERENCE_ID_LIMIT);
        var password = typed.text("password", body.password(), PASSWORD_LIMIT);
        typed.check();
        DownloadPkcs12 command = new DownloadPkcs12(
                requestId.orElseThrow(),
                referenceId.orElseThrow(),
                password.orElseThrow(),
                RemoteAddress.of(exchange.getRequest()));
        return gateways.change(command, HandedOut.class, HandedOut::recorded, exchange)
                .map(done -> CertificateFiles.pkcs12(command.requestId(), done.file()));
    }

    /** Hands out the certificate for the holder's own key. */
    @Operation(summary = "Download the certificate for a key of one's own (PKCS#10 in, PEM certificate and chain out)")
    @ApiResponse(
            responseCode = "200",
            description = "the certificate and its chain",
            content = @Content(mediaType = CertificateFiles.PEM, schema = @Schema(type = "string")))
    @OpenToAll
    @TellsConsistency
    @RefusesDownload
    @Refuses({ErrorCode.DOWNLOAD_REFUSED, ErrorCode.KEY_REUSED})
    @PostMapping(path = "/download/csr", consumes = MediaType.APPLICATION_JSON_VALUE, produces = CertificateFiles.PEM)
    public Mono<ResponseEntity<byte[]>> forRequest(@RequestBody RequestDownload body, ServerWebExchange exchange) {
        Parameters typed = new Parameters();
        var requestId = typed.digits("requestId", body.requestId(), REQUEST_ID_DIGITS);
        var referenceId = typed.text("referenceId", body.referenceId(), REFERENCE_ID_LIMIT);
        var csr = typed.text("csr", body.csr(), CertificationRequests.LIMIT);
        typed.check();
        DownloadForRequest command = new DownloadForRequest(
                requestId.orElseThrow(),
                referenceId.orElseThrow(),
                csr.orElseThrow(),
                RemoteAddress.of(exchange.getRequest()));
        return gateways.change(command, HandedOut.class, HandedOut::recorded, exchange)
                .map(done -> CertificateFiles.pem(command.requestId(), done.file()));
    }
}
