package jp.shomei.contracts.certificate;

import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/**
 * Downloads the certificate with its private key. Answers a {@link HandedOut} with the PKCS#12; refused with {@code INVALID_FIELDS},
 * {@code DOWNLOAD_REFUSED} for a wrong request or reference ID (one answer for both), {@code DOWNLOAD_LOCKED} after
 * repeated misses, and whatever {@link OpenDownload} refuses.
 *
 * @param requestId リクエストID on the notice
 * @param referenceId リファレンスID on the notice; secret
 * @param password 証明書パスワード, chosen by the user, at least four digits; secret
 * @param remoteAddress who asks, for the lock
 */
public record DownloadPkcs12(
        @RoutingKey String requestId,
        String referenceId,
        @Nullable String password,
        String remoteAddress) {

    @Override
    public String toString() {
        return "DownloadPkcs12[requestId=" + requestId + "]";
    }
}
