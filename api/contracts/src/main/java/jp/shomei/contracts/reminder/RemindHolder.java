package jp.shomei.contracts.reminder;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Reminds the holder by mail of what ends, if a reminder has come due by today and is not on record. Reminders that were
 * missed, because the system stood still, are made up for by the newest one alone. Answers a
 * {@link jp.shomei.contracts.message.Recorded}; does nothing if nothing is due, or if there is nothing left to be reminded
 * of: downloaded, renewed, revoked, expired.
 *
 * @param requestId the certificate
 * @param kind what ends
 */
public record RemindHolder(@TargetAggregateIdentifier String requestId, ReminderKind kind) {}
