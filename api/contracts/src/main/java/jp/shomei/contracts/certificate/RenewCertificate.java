package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Renews a certificate in the last days of its validity: a new generation begins, and its fee. If a renewal was begun
 * and its certificate not handed out, or if the terminal comes with the generation before, that renewal goes on and costs
 * nothing more; for the portal as long as the new certificate may be downloaded. Answers a {@link DownloadOrder}; refused
 * with {@code NOT_ISSUED}, {@code ALREADY_REVOKED}, {@code RENEWAL_TOO_EARLY}, {@code CERTIFICATE_EXPIRED},
 * {@code NOT_YOUR_CERTIFICATE}, {@code SIGNING_IN_PROGRESS}, and {@code KEY_REUSED} if the key belongs to another
 * generation than the one that begins or goes on.
 *
 * @param requestId the certificate
 * @param presentedSerial the serial number of the certificate a terminal presented, hexadecimal; none for the portal
 * @param keyGeneration to which generation of this certificate the key belongs that the holder sent for it; none if it is
 *     new, or still to be made
 */
public record RenewCertificate(
        @TargetAggregateIdentifier String requestId,
        @Nullable String presentedSerial,
        @Nullable Integer keyGeneration) {

    /** For a key that belongs to no generation yet. */
    public RenewCertificate(String requestId, @Nullable String presentedSerial) {
        this(requestId, presentedSerial, null);
    }
}
