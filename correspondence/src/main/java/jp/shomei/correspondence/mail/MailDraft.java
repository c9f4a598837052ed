package jp.shomei.correspondence.mail;

import java.time.Instant;
import jp.shomei.contracts.mail.MailKind;

/**
 * A mail that is written and not yet recorded.
 *
 * @param mailId follows from the event, so that the same mail is recorded once
 * @param kind why it is sent
 * @param requestId the certificate it is about
 * @param recipient the address on the certificate; empty if there is none
 * @param subject its subject
 * @param text what it says
 * @param writtenAt when what it tells happened, in business time
 */
record MailDraft(
        String mailId,
        MailKind kind,
        String requestId,
        String recipient,
        String subject,
        String text,
        Instant writtenAt) {}
