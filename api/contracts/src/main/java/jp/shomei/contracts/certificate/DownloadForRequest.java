package jp.shomei.contracts.certificate;

import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/**
 * Downloads the certificate for a key the holder made. Answers a {@link HandedOut} with certificate and chain in PEM; refused as
 * {@link DownloadPkcs12} is, with {@code CERTIFICATE_HAS_ANOTHER_KEY} if it was signed for another key before, and with
 * {@code KEY_REUSED} if the key is that of another certificate.
 *
 * @param requestId リクエストID on the notice
 * @param referenceId リファレンスID on the notice; secret
 * @param csr PKCS#10 request in PEM (RFC 2986)
 * @param remoteAddress who asks, for the lock
 */
public record DownloadForRequest(
        @RoutingKey String requestId,
        String referenceId,
        @Nullable String csr,
        String remoteAddress) {

    @Override
    public String toString() {
        return "DownloadForRequest[requestId=" + requestId + "]";
    }
}
