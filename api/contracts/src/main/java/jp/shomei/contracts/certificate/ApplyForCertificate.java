package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Applies for one certificate for one terminal. Answers an {@link ApplicationOutcome}; refused with
 * {@code INVALID_FIELDS}, {@code INSTITUTION_NOT_REGISTERED} or {@code PAYMENT_METHOD_MISSING}.
 *
 * @param requestId a reserved request ID
 * @param form the form as typed
 */
public record ApplyForCertificate(@TargetAggregateIdentifier String requestId, ApplicationForm form) {}
