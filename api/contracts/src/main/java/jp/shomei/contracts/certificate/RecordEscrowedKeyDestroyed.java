package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records that the private key kept for downloads was destroyed. Answers a
 * {@link jp.shomei.contracts.message.Recorded}; does nothing the second time.
 *
 * @param requestId the certificate
 */
public record RecordEscrowedKeyDestroyed(
        @TargetAggregateIdentifier String requestId) {}
