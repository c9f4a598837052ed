package jp.shomei.contracts.mail;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A mail.
 *
 * @param mailId the mail; its Message-ID follows from it
 * @param kind why it is sent
 * @param requestId the certificate it is about
 * @param recipient to which address
 * @param subject its subject
 * @param text what it says; only where one mail is asked for
 * @param recordedAt when it was recorded
 * @param state how far it has come
 * @param attempts how often it was tried
 * @param lastAttemptAt when it was tried last
 * @param lastReply what the mail server said when it did not take it
 * @param nextAttemptAt when it is tried again
 * @param sentAt when the mail server took it
 */
public record MailView(
        String mailId,
        MailKind kind,
        String requestId,
        String recipient,
        String subject,
        @Nullable String text,
        OffsetDateTime recordedAt,
        MailState state,
        int attempts,
        @Nullable OffsetDateTime lastAttemptAt,
        @Nullable String lastReply,
        @Nullable OffsetDateTime nextAttemptAt,
        @Nullable OffsetDateTime sentAt) {}
