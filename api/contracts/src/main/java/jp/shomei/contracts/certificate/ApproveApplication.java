package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * An officer approves a waiting application. Answers a {@link jp.shomei.contracts.message.Recorded}; refused with
 * {@code NOT_WAITING_APPROVAL} if it was decided already.
 *
 * @param requestId the certificate
 */
public record ApproveApplication(@TargetAggregateIdentifier String requestId) {}
