package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The applicant takes back a waiting application. Answers a {@link jp.shomei.contracts.message.Recorded}; refused with
 * {@code NOT_WAITING_APPROVAL} if it was decided already.
 *
 * @param requestId the certificate
 */
public record CancelApplication(@TargetAggregateIdentifier String requestId) {}
