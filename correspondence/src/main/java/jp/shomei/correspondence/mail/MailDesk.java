package jp.shomei.correspondence.mail;

import java.util.List;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.mail.MailKind;

/** Writes a mail, puts it in the outbox together with whatever is being recorded, and then wakes the sender. */
public final class MailDesk {

    private final MailTexts texts = new MailTexts();
    private final MailOutbox outbox;
    private final MailBell bell;
    private final MailSteps steps;

    public MailDesk(MailOutbox outbox, MailBell bell, MailSteps steps) {
        this.outbox = outbox;
        this.bell = bell;
        this.steps = steps;
    }

    /** The one mail of an event. */
    void write(Occasion occasion, MailKind kind, String requestId, Contact recipient, Wording wording) {
        write(occasion, "", kind, List.of(requestId), recipient, wording);
    }

    /**
     * One of the mails of an event.
     *
     * @param which tells it from the others
     * @param requestIds the certificates it is about, one at least
     */
    void write(
            Occasion occasion,
            String which,
            MailKind kind,
            List<String> requestIds,
            Contact recipient,
            Wording wording) {
        MailTexts.Written written = texts.write(kind, wording.values());
        String address = recipient.email();
        String mailId = which.isEmpty() ? occasion.eventId() : occasion.eventId() + "-" + which;
        outbox.record(new MailDraft(
                mailId,
                kind,
                requestIds,
                address == null ? "" : address,
                written.subject(),
                written.text(),
                occasion.at()));
        steps.reached(MailStep.RECORDED, mailId);
        bell.ringOnceOnRecord();
    }
}
