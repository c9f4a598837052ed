package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Retires the generation before a renewal once its time is over. Answers a
 * {@link jp.shomei.contracts.message.Recorded}; does nothing before, if it expired by itself, or if it was done.
 *
 * @param requestId the certificate
 */
public record RetirePreviousKey(@TargetAggregateIdentifier String requestId) {}
