package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Finishes a signing whose intent is on record. Answers nothing; does nothing if the certificate is on record too.
 *
 * @param requestId the certificate
 */
public record CompleteSigning(@TargetAggregateIdentifier String requestId) {}
