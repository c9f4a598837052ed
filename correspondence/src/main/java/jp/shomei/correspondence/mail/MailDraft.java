package jp.shomei.correspondence.mail;

import java.time.Instant;
import java.util.List;
import jp.shomei.contracts.mail.MailKind;

/**
 * A mail that is written and not yet recorded.
 *
 * @param mailId follows from the event, so that the same mail is recorded once
 * @param kind why it is sent
 * @param requestIds the certificates it is about; it is shown with the first, and listed under each
 * @param recipient the address on the certificate; empty if there is none
 * @param subject its subject
 * @param text what it says
 * @param writtenAt when what it tells happened, in business time
 */
record MailDraft(
        String mailId,
        MailKind kind,
        List<String> requestIds,
        String recipient,
        String subject,
        String text,
        Instant writtenAt) {

    MailDraft {
        requestIds = List.copyOf(requestIds);
    }

    /** The certificate it is shown with. */
    String requestId() {
        return requestIds.getFirst();
    }

    /** What else it is listed under. */
    List<String> others() {
        return requestIds.subList(1, requestIds.size());
    }
}
