package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks how far signing has come, whatever the certificate's status. Answers a {@link SigningState}.
 *
 * @param requestId the certificate
 */
public record FindSigning(@TargetAggregateIdentifier String requestId) {}
