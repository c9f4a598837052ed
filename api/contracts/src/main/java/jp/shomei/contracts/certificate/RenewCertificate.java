package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Renews a certificate in the last days of its validity: a new generation begins, and its fee. If a renewal was begun
 * and its certificate not handed out, or if the terminal comes with the generation before, that renewal goes on and costs
 * nothing more; for the portal as long as the new certificate may be downloaded. Answers a {@link DownloadOrder}; refused with {@code NOT_ISSUED}, {@code ALREADY_REVOKED},
 * {@code RENEWAL_TOO_EARLY}, {@code CERTIFICATE_EXPIRED}, {@code NOT_YOUR_CERTIFICATE}, {@code SIGNING_IN_PROGRESS}.
 *
 * @param requestId the certificate
 * @param presentedSerial the serial number of the certificate a terminal presented, hexadecimal; none for the portal
 */
public record RenewCertificate(
        @TargetAggregateIdentifier String requestId,
        @Nullable String presentedSerial) {}
