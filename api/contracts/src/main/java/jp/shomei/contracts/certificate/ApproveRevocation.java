package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * An officer approves a pending request to revoke. Answers a {@link jp.shomei.contracts.message.Recorded}; refused with
 * {@code REVOCATION_NOT_PENDING}, and with {@code SECOND_OFFICER_NEEDED} to the officer who filed it, where two are
 * needed.
 *
 * @param requestId the certificate
 */
public record ApproveRevocation(@TargetAggregateIdentifier String requestId) {}
