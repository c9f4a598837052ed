package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records the intent to sign, before the key is used. Answers a {@link jp.shomei.contracts.message.Recorded}; refused
 * with {@code NOT_ISSUED}, {@code DOWNLOAD_PERIOD_OVER}, or {@code SIGNING_IN_PROGRESS} if there is an intent already.
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
