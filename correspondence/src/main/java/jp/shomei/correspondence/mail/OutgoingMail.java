package jp.shomei.correspondence.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be handed over now.
 *
 * @param number its place in the outbox
 * @param mailId the mail
 * @param recipient to which address
 * @param subject its subject
 * @param text what it says, lines ended by line feeds
 * @param writtenAt when what it tells happened, in business time
 * @param tries how often it was tried since it was recorded, or since an officer had it tried again
 * @param firstTriedAt when the first of these was; none if there was none
 */
record OutgoingMail(
        long number,
        String mailId,
        String recipient,
        String subject,
        String text,
        Instant writtenAt,
        int tries,
        @Nullable Instant firstTriedAt) {

    @Override
    public String toString() {
        return "OutgoingMail[" + mailId + "]";
    }
}
