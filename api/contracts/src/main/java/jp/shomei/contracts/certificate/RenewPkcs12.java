package jp.shomei.contracts.certificate;

import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/**
 * Renews a certificate for a key that the authority makes. Answers a {@link HandedOut} with the PKCS#12; refused with
 * {@code INVALID_FIELDS}, {@code CERTIFICATE_HAS_ANOTHER_KEY} if the renewal was begun with a key of the holder's own, and
 * whatever {@link RenewCertificate} refuses.
 *
 * @param requestId the certificate
 * @param password 証明書パスワード, chosen by the user, at least four digits; secret
 * @param presentedSerial the serial number of the certificate a terminal presented, hexadecimal; none for the portal
 */
public record RenewPkcs12(
        @RoutingKey String requestId,
        @Nullable String password,
        @Nullable String presentedSerial) {

    @Override
    public String toString() {
        return "RenewPkcs12[requestId=" + requestId + "]";
    }
}
