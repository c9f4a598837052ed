package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Revokes a certificate whose fees were not paid (cessationOfOperation). Answers a {@link Recorded}; does nothing if it is
 * not valid any more.
 *
 * @param requestId the certificate
 */
public record RevokeForNonPayment(@TargetAggregateIdentifier String requestId) {}
