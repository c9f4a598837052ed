package jp.shomei.correspondence.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.CertificateState;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.CertificateView;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.notice.NoticeBox;
import jp.shomei.contracts.notice.NoticeStatus;
import jp.shomei.contracts.notice.NoticeView;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** A clinic, its certificates and its notice, and events about them. */
final class Holders {

    static final String REQUEST_ID = "202103100000001";
    static final String SECOND_REQUEST_ID = "202103100000002";
    static final String NOTICE_ID = "20210311-0110214822-1";
    static final InstitutionCode INSTITUTION = InstitutionCode.of("0110214822");
    static final Contact CONTACT = new Contact("総務課 <佐々木> & 髙橋", "0112345678", "soumu@example.jp");
    static final String TERMINAL = "総合受付 端末01";
    static final Instant HAPPENED = Instant.parse("2024-03-26T15:30:00Z");

    private Holders() {}

    static Application application(InstitutionCode institution) {
        return new Application(institution, category(), null, null, "証明クリニック", CONTACT, TERMINAL);
    }

    static Category category() {
        return Category.find("1").orElseThrow();
    }

    static CertificateDetailView certificate(String requestId, Contact contact) {
        return new CertificateDetailView(
                new CertificateView(
                        requestId,
                        LocalDate.of(2021, 3, 10),
                        contact.name(),
                        TERMINAL,
                        CertificateStatus.ISSUED,
                        "発行済み",
                        INSTITUTION.value(),
                        LocalDate.of(2021, 3, 10),
                        LocalDate.of(2024, 6, 10),
                        LocalDate.of(2021, 9, 6),
                        null,
                        List.of()),
                CertificateState.NOT_DOWNLOADED,
                "ダウンロード待ち",
                1,
                INSTITUTION.value(),
                "証明クリニック",
                "1",
                contact,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null);
    }

    static NoticeView notice(String... requestIds) {
        return new NoticeView(
                NOTICE_ID,
                INSTITUTION.value(),
                new PostalAddress("0600001", "北海道札幌市中央区北一条西1-1", "証明クリニック"),
                CONTACT,
                LocalDate.of(2021, 3, 11),
                LocalDate.of(2021, 3, 15),
                NoticeStatus.DISPATCHED,
                "発送済み",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(requestIds).stream().map(Holders::box).toList());
    }

    static <E> DomainEventMessage<E> message(String aggregate, E event) {
        return new GenericDomainEventMessage<>(
                "aggregate", aggregate, 7, event, MetaData.emptyInstance(), "5c4e1f0a-event", HAPPENED);
    }

    private static NoticeBox box(String requestId) {
        return new NoticeBox(
                requestId,
                INSTITUTION,
                TERMINAL,
                LocalDate.of(2021, 3, 10),
                LocalDate.of(2024, 6, 10),
                LocalDate.of(2021, 9, 6),
                1);
    }
}
