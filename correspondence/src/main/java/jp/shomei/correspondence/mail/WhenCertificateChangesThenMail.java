package jp.shomei.correspondence.mail;

import java.util.List;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.CertificateApplied;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.CertificateRejected;
import jp.shomei.contracts.certificate.CertificateRenewed;
import jp.shomei.contracts.certificate.CertificateRevoked;
import jp.shomei.contracts.certificate.ContactChanged;
import jp.shomei.contracts.certificate.ReminderSent;
import jp.shomei.contracts.certificate.RenewalWindow;
import jp.shomei.contracts.mail.MailKind;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.reminder.ReminderKind;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;

/**
 * Tells the holder by mail what happens to the certificate. Done twice it does nothing, since the mail's ID follows from the
 * event.
 */
@ProcessingGroup("mail")
@DisallowReplay
public final class WhenCertificateChangesThenMail {

    private final MailDesk desk;
    private final Enquiries enquiries;
    private final RenewalWindow renewal;

    public WhenCertificateChangesThenMail(MailDesk desk, Enquiries enquiries, RenewalWindow renewal) {
        this.desk = desk;
        this.enquiries = enquiries;
        this.renewal = renewal;
    }

    @EventHandler
    public void on(CertificateApplied event, DomainEventMessage<?> message) {
        Application application = event.application();
        Wording wording = Wording.about(
                        event.requestId(),
                        application.contact(),
                        application.terminalName(),
                        application.institution().value(),
                        application.institutionName())
                .with("appliedOn", event.appliedOn());
        desk.write(occasion(message), MailKind.APPLICATION_RECEIVED, event.requestId(), application.contact(), wording);
    }

    @EventHandler
    public void on(CertificateRejected event, DomainEventMessage<?> message) {
        Occasion occasion = occasion(message);
        CertificateDetailView certificate = enquiries.certificate(event.requestId(), occasion.seen());
        Wording wording =
                Wording.about(certificate).with("reason", event.reason()).with("rejectedOn", event.rejectedOn());
        desk.write(occasion, MailKind.APPLICATION_REJECTED, event.requestId(), certificate.contact(), wording);
    }

    @EventHandler
    public void on(ReminderSent event, DomainEventMessage<?> message) {
        Wording wording = Wording.about(
                        event.requestId(),
                        event.contact(),
                        event.terminalName(),
                        event.institution().value(),
                        null)
                .with("endsOn", event.endsOn())
                .with("daysLeft", event.daysLeft())
                .with("remindedOn", event.remindedOn())
                .with("lastDay", event.daysLeft() == 0);
        if (event.kind() == ReminderKind.EXPIRY) {
            wording.with("renewableFrom", renewal.firstDay(event.endsOn()));
            desk.write(occasion(message), MailKind.CERTIFICATE_EXPIRES, event.requestId(), event.contact(), wording);
        } else {
            wording.with("renewed", event.generation() > 1);
            desk.write(occasion(message), MailKind.DOWNLOAD_ENDS, event.requestId(), event.contact(), wording);
        }
    }

    @EventHandler
    public void on(CertificateRenewed event, DomainEventMessage<?> message) {
        Wording wording = Wording.about(
                        event.requestId(),
                        event.contact(),
                        event.terminalName(),
                        event.institution().value(),
                        null)
                .with("renewedOn", event.renewedOn())
                .with("expiresOn", event.expiresOn())
                .with("downloadUntil", event.downloadUntil())
                .with("previousValidUntil", event.previousValidUntil());
        desk.write(occasion(message), MailKind.CERTIFICATE_RENEWED, event.requestId(), event.contact(), wording);
    }

    /** Who was told before the history went back to a backup is not told again. */
    @EventHandler
    public void on(CertificateRevoked event, DomainEventMessage<?> message) {
        if (Metadata.RESTORE.equals(message.getMetaData().get(Metadata.CHANNEL))) {
            return;
        }
        Occasion occasion = occasion(message);
        CertificateDetailView certificate = enquiries.certificate(event.requestId(), occasion.seen());
        Wording wording = Wording.about(certificate)
                .with("revokedOn", JapanTime.dayOf(event.revokedAt()))
                .with("reason", RevocationWords.reason(event))
                .with("unpaid", RevocationWords.isForNonPayment(event))
                .with("commonName", certificate.row().commonName())
                .with("installed", !event.keys().isEmpty())
                .with("keys", RevocationWords.keys(event.keys()));
        desk.write(occasion, MailKind.CERTIFICATE_REVOKED, event.requestId(), certificate.contact(), wording);
    }

    /** The address before is told too, in case somebody else has changed it. */
    @EventHandler
    public void on(ContactChanged event, DomainEventMessage<?> message) {
        Occasion occasion = occasion(message);
        Wording wording = Wording.about(event.requestId(), event.contact(), event.terminalName(), null, null)
                .with("changedOn", event.changedOn())
                .with("changes", ContactWords.changes(event))
                .with("addressChanged", ContactWords.givesAnAddress(event));
        desk.write(occasion, MailKind.CONTACT_CHANGED, event.requestId(), event.contact(), wording);
        if (ContactWords.movesAway(event)) {
            desk.write(
                    occasion, "before", MailKind.CONTACT_CHANGED, List.of(event.requestId()), event.before(), wording);
        }
    }

    private static Occasion occasion(DomainEventMessage<?> message) {
        return Occasion.of(message, Recorded.Kind.CERTIFICATE);
    }
}
