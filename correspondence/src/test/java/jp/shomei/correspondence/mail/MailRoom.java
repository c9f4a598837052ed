package jp.shomei.correspondence.mail;

import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import jp.shomei.contracts.certificate.RenewalWindow;
import jp.shomei.contracts.mail.MailView;

/** The reactions with an outbox of their own, and somebody who answers for the query side. */
final class MailRoom {

    final QuerySideStandIn others = new QuerySideStandIn();
    final DataSource store = Mails.store();
    final MailOutbox outbox = new MailOutbox(store, new Stopwatch());
    private final MailDesk desk = new MailDesk(outbox, new MailBell(), MailSteps.UNOBSERVED);
    private final Enquiries enquiries = new Enquiries(others.gateway());
    final WhenCertificateChangesThenMail certificates =
            new WhenCertificateChangesThenMail(desk, enquiries, RenewalWindow.AS_PUBLISHED);
    final WhenNoticeTravelsThenMail notices = new WhenNoticeTravelsThenMail(desk, enquiries);
    final WhenFeeOverdueThenMail fees = new WhenFeeOverdueThenMail(desk, enquiries);

    /** Every mail with its text. */
    List<MailView> written() {
        return Mails.all(outbox).stream()
                .map(mail -> Mails.find(outbox, mail.mailId()))
                .toList();
    }

    /** The only mail. */
    MailView only() {
        List<MailView> all = written();
        if (all.size() != 1) {
            throw new AssertionError("there are " + all.size() + " mails");
        }
        return all.getFirst();
    }

    static String text(MailView mail) {
        return Objects.requireNonNull(mail.text());
    }
}
