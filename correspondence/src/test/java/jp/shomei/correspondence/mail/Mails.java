package jp.shomei.correspondence.mail;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import jp.shomei.contracts.mail.MailKind;
import jp.shomei.contracts.mail.MailView;
import jp.shomei.teststores.TestStore;

/** Outboxes and what could be in them. */
final class Mails {

    static final Instant WRITTEN = Instant.parse("2024-03-26T15:30:00Z");
    static final String REQUEST_ID = "202103100000001";
    static final String SUBJECT = "【電子証明書 有効期限のお知らせ】";
    static final String TEXT = "証明クリニック\n総務課 様\n\n電子証明書の有効期限まで、あと75日です。\n";

    private Mails() {}

    /** An empty database of its own, as the durable store is one. */
    static DataSource store() {
        return TestStore.H2.newDatabase();
    }

    static MailDraft to(String recipient, String mailId) {
        return new MailDraft(
                mailId, MailKind.CERTIFICATE_EXPIRES, List.of(REQUEST_ID), recipient, SUBJECT, TEXT, WRITTEN);
    }

    static OutgoingMail outgoing(String recipient) {
        return new OutgoingMail(1, "5c4e1f0a-mail", recipient, SUBJECT, TEXT, WRITTEN, 0, null);
    }

    static MailView find(MailOutbox outbox, String mailId) {
        return outbox.find(mailId).orElseThrow();
    }

    static List<MailView> all(MailOutbox outbox) {
        return outbox.list(null, null, 0, 200).stream()
                .map(MailOutbox.Listed::mail)
                .toList();
    }
}
