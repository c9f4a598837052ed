package jp.shomei.contracts.mail;

/**
 * Asks for one mail with its text; answered with an optional {@link MailView}.
 *
 * @param mailId the mail
 */
public record FindMail(String mailId) {}
