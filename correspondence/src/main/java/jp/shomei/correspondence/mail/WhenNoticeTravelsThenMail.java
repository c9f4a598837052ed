package jp.shomei.correspondence.mail;

import java.util.List;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.mail.MailKind;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.notice.NoticeBox;
import jp.shomei.contracts.notice.NoticeDispatched;
import jp.shomei.contracts.notice.NoticeReturned;
import jp.shomei.contracts.notice.NoticeView;
import jp.shomei.contracts.notice.TrackingNumber;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;

/**
 * Tells the holder by mail that the notice was posted, or came back: one mail for each certificate in it that is not
 * revoked meanwhile, to the address it has today. Done twice it does nothing, since the mail's ID follows from the event.
 */
@ProcessingGroup("mail")
@DisallowReplay
public final class WhenNoticeTravelsThenMail {

    private static final int POSTAL_CODE_AREA = 3;

    private final MailDesk desk;
    private final Enquiries enquiries;

    public WhenNoticeTravelsThenMail(MailDesk desk, Enquiries enquiries) {
        this.desk = desk;
        this.enquiries = enquiries;
    }

    @EventHandler
    public void on(NoticeDispatched event, DomainEventMessage<?> message) {
        writeForEachBox(MailKind.NOTICE_POSTED, event.noticeId(), message, (wording, notice, box) -> wording.with(
                        "dispatchedOn", event.dispatchedOn())
                .with("trackingNumber", TrackingNumber.printed(event.trackingNumber()))
                .with("validFrom", box.validFrom())
                .with("validUntil", box.validUntil())
                .with("downloadUntil", box.downloadUntil()));
    }

    @EventHandler
    public void on(NoticeReturned event, DomainEventMessage<?> message) {
        writeForEachBox(MailKind.NOTICE_RETURNED, event.noticeId(), message, (wording, notice, box) -> wording.with(
                        "returnedOn", event.returnedOn())
                .with("reason", event.reason())
                .with("postalCode", printed(notice.address().postalCode()))
                .with("address", notice.address().address())
                .with("downloadUntil", box.downloadUntil()));
    }

    /** What a mail tells of the notice. */
    private interface Telling {

        void add(Wording wording, NoticeView notice, NoticeBox box);
    }

    private void writeForEachBox(MailKind kind, String noticeId, DomainEventMessage<?> message, Telling telling) {
        Occasion occasion = Occasion.of(message, Recorded.Kind.NOTICE);
        NoticeView notice = enquiries.notice(noticeId, occasion.seen());
        for (NoticeBox box : notice.boxes()) {
            CertificateDetailView certificate = enquiries.certificate(box.requestId(), occasion.seen());
            if (certificate.row().status() != CertificateStatus.REVOKED) {
                Wording wording = Wording.about(certificate);
                telling.add(wording, notice, box);
                desk.write(occasion, box.requestId(), kind, List.of(box.requestId()), certificate.contact(), wording);
            }
        }
    }

    private static String printed(String postalCode) {
        return postalCode.substring(0, POSTAL_CODE_AREA) + "-" + postalCode.substring(POSTAL_CODE_AREA);
    }
}
