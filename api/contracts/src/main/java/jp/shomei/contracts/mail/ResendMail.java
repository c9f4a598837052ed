package jp.shomei.contracts.mail;

import org.jspecify.annotations.Nullable;

/**
 * Has a mail that was given up tried again, from now on for another day. Answers a {@link MailView}; refused with
 * {@code INVALID_FIELDS}, {@code MAIL_NOT_FOUND} or {@code MAIL_NOT_GIVEN_UP}.
 *
 * @param mailId the mail
 * @param recipient to which address instead; to the same if absent
 */
public record ResendMail(String mailId, @Nullable String recipient) {}
