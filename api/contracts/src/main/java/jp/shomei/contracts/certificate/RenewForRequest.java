package jp.shomei.contracts.certificate;

import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/**
 * Renews a certificate for a key the holder made. Answers a {@link HandedOut} with certificate and chain in PEM; refused with
 * {@code INVALID_FIELDS}, {@code KEY_REUSED}, {@code CERTIFICATE_HAS_ANOTHER_KEY} if the renewal was begun with another
 * key, and whatever {@link RenewCertificate} refuses.
 *
 * @param requestId the certificate
 * @param csr PKCS#10 request in PEM (RFC 2986), for a new key
 * @param presentedSerial the serial number of the certificate a terminal presented, hexadecimal; none for the portal
 */
public record RenewForRequest(
        @RoutingKey String requestId,
        @Nullable String csr,
        @Nullable String presentedSerial) {}
