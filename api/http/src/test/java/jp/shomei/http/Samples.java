package jp.shomei.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.CertificateState;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.CertificateView;
import jp.shomei.contracts.certificate.HandedOut;
import jp.shomei.contracts.certificate.Operation;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.notice.ContactMeans;
import jp.shomei.contracts.notice.NoticeBox;
import jp.shomei.contracts.notice.NoticeStatus;
import jp.shomei.contracts.notice.NoticeView;
import jp.shomei.contracts.notice.NoticeView.AddresseeContact;
import jp.shomei.contracts.notice.TrackingView;
import jp.shomei.contracts.time.ClockView;
import org.jspecify.annotations.Nullable;

/** What the other rooms might answer. */
public final class Samples {
    /** What the clock shows. */
    public static final Instant NOW = Instant.parse("2021-09-13T01:00:00Z");

    public static final String REQUEST_ID = "202109020022911";
    public static final String REVIEW = "0a1b2c3d".repeat(8);
    public static final String NOTICE_ID = "0110100013-20210913-1";
    public static final String APPLICATION = """
            {"category":"1","prefecture":"01","scoreTable":"1","institutionCode":"0100013",
             "institutionName":"テスト医院","contactName":"総務部","phone":"0312345678",
             "email":"soumu@example.jp","terminalName":"総合受付 端末01","feeAccepted":true}""";
    public static final String REGISTRATION = """
            {"name":"テスト医院","category":"1","prefecture":"01","scoreTable":"1","postalCode":"0600001",
             "address":"北海道札幌市中央区北一条西1","founder":"基金　太郎","phone":"0111234567",
             "paymentMethod":"DEDUCTION"}""";

    private Samples() {}

    public static HandedOut handedOut(String pem) {
        return handedOut(pem.getBytes(StandardCharsets.US_ASCII));
    }

    public static HandedOut handedOut(byte[] file) {
        return new HandedOut(recorded(), file);
    }

    public static Recorded recorded() {
        return new Recorded(Recorded.Kind.CERTIFICATE, REQUEST_ID, 1);
    }

    public static CertificateView row(CertificateStatus status) {
        return new CertificateView(
                REQUEST_ID,
                LocalDate.of(2021, 9, 2),
                "総務部",
                "総合受付 端末01",
                status,
                status.label(),
                "0110100013",
                null,
                null,
                null,
                null,
                List.of(Operation.DETAIL, Operation.CANCEL));
    }

    public static CertificateDetailView certificate(CertificateStatus status) {
        return certificate(status, null);
    }

    public static CertificateDetailView waiting() {
        return certificate(CertificateStatus.WAITING_APPROVAL, REVIEW);
    }

    private static CertificateDetailView certificate(CertificateStatus status, @Nullable String review) {
        return new CertificateDetailView(
                row(status),
                CertificateState.WAITING_APPROVAL,
                "発行承認待ち",
                1,
                "0110100013",
                "テスト医院",
                "1",
                new Contact("総務部", "0312345678", "soumu@example.jp"),
                List.of(),
                null,
                review,
                null,
                null,
                null,
                0,
                null,
                null,
                new TrackingView(NOTICE_ID, NoticeStatus.PREPARED, "発送準備中", LocalDate.of(2021, 9, 13), null, null));
    }

    public static NoticeView notice(NoticeStatus status) {
        return new NoticeView(
                NOTICE_ID,
                "0110100013",
                new PostalAddress("0600001", "北海道札幌市中央区北一条西1", "テスト医院"),
                new Contact("総務部", "0312345678", "soumu@example.jp"),
                LocalDate.of(2021, 9, 13),
                LocalDate.of(2021, 9, 15),
                status,
                status.label(),
                null,
                null,
                null,
                null,
                null,
                "B20210913-1",
                List.of(new AddresseeContact(ContactMeans.PHONE, "移転先を確認した", LocalDate.of(2021, 9, 24))),
                List.of(new NoticeBox(
                        REQUEST_ID,
                        InstitutionCode.of("0110100013"),
                        "総合受付 端末01",
                        LocalDate.of(2021, 9, 10),
                        LocalDate.of(2024, 12, 10),
                        LocalDate.of(2022, 3, 9),
                        1)));
    }

    public static ClockView clock(Instant now) {
        OffsetDateTime there = now.atOffset(java.time.ZoneOffset.ofHours(9));
        return new ClockView(there, there.toLocalDate(), true);
    }
}
