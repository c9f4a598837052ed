package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records the signed certificate. Answers a {@link jp.shomei.contracts.message.Recorded}; does nothing the second time;
 * refused with {@code SIGNING_MISMATCH} if it is not what was prepared.
 *
 * @param requestId the certificate
 * @param serialNumber hexadecimal, lower case
 * @param toBeSignedSha256 digest of the signed bytes, hexadecimal
 * @param certificate DER, base64
 */
public record RecordSigned(
        @TargetAggregateIdentifier String requestId,
        String serialNumber,
        String toBeSignedSha256,
        String certificate) {}
