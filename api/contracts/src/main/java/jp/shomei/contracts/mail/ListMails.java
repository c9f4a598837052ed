package jp.shomei.contracts.mail;

import org.jspecify.annotations.Nullable;

/**
 * Asks for mails in the order in which they were recorded; answered with a {@link MailPage}.
 *
 * @param state only those that have come so far; any if absent
 * @param requestId only those about this certificate; any if absent
 * @param cursor where the page before ended; none for the first page
 * @param limit at most so many, 1 to 200
 */
public record ListMails(
        @Nullable MailState state,
        @Nullable String requestId,
        @Nullable String cursor,
        int limit) {}
