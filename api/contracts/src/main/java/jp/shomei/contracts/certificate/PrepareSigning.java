package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records the intent to sign, before the key is used. Answers a {@link jp.shomei.contracts.message.Recorded}; refused
 * with {@code NOT_ISSUED}, {@code ALREADY_REVOKED}, {@code CERTIFICATE_EXPIRED}, {@code DOWNLOAD_PERIOD_OVER},
 * {@code SIGNING_IN_PROGRESS} if there is an intent already, or {@code SIGNING_MISMATCH} if it is for another generation
 * than the newest or its serial number was used before.
 *
 * @param requestId the certificate
 * @param signing what may be signed
 * @param profile name of the certificate profile
 * @param toBeSignedSha256 digest of the bytes to be signed, hexadecimal
 */
public record PrepareSigning(
        @TargetAggregateIdentifier String requestId,
        PreparedSigning signing,
        String profile,
        String toBeSignedSha256) {}
