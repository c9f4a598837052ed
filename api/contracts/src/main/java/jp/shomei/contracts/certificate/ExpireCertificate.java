package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records that a certificate has expired. Answers a {@link jp.shomei.contracts.message.Recorded}; does nothing while it
 * has not, or if it was recorded.
 *
 * @param requestId the certificate
 */
public record ExpireCertificate(@TargetAggregateIdentifier String requestId) {}
