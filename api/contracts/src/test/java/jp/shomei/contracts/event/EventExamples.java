package jp.shomei.contracts.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.shomei.contracts.backup.HistoryRestored;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.ApplicationEndorsed;
import jp.shomei.contracts.certificate.ApplicationReferred;
import jp.shomei.contracts.certificate.CertificateApplied;
import jp.shomei.contracts.certificate.CertificateCancelled;
import jp.shomei.contracts.certificate.CertificateDownloaded;
import jp.shomei.contracts.certificate.CertificateExpired;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.certificate.CertificateRejected;
import jp.shomei.contracts.certificate.CertificateRenewed;
import jp.shomei.contracts.certificate.CertificateRevoked;
import jp.shomei.contracts.certificate.CertificateSigned;
import jp.shomei.contracts.certificate.CertificateSigningPrepared;
import jp.shomei.contracts.certificate.ContactChanged;
import jp.shomei.contracts.certificate.DownloadForm;
import jp.shomei.contracts.certificate.DownloadPeriodExtended;
import jp.shomei.contracts.certificate.EscrowedKeyDestroyed;
import jp.shomei.contracts.certificate.Finding;
import jp.shomei.contracts.certificate.KeyOrigin;
import jp.shomei.contracts.certificate.NoticeReissued;
import jp.shomei.contracts.certificate.PreviousKeyRetired;
import jp.shomei.contracts.certificate.ReminderSent;
import jp.shomei.contracts.certificate.RequestIdsReserved;
import jp.shomei.contracts.certificate.RevocationDeclined;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevocationRequested;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.certificate.RevokedKey;
import jp.shomei.contracts.deadletter.EventSkipped;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionChanged;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.InstitutionRegistered;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.PaymentMethodChosen;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.contracts.institution.ScoreTable;
import jp.shomei.contracts.notice.AddresseeContacted;
import jp.shomei.contracts.notice.ContactMeans;
import jp.shomei.contracts.notice.NoticeBox;
import jp.shomei.contracts.notice.NoticeBoxEnclosed;
import jp.shomei.contracts.notice.NoticeDelivered;
import jp.shomei.contracts.notice.NoticeDispatched;
import jp.shomei.contracts.notice.NoticePrepared;
import jp.shomei.contracts.notice.NoticePrinted;
import jp.shomei.contracts.notice.NoticeResent;
import jp.shomei.contracts.notice.NoticeReturned;
import jp.shomei.contracts.notice.PostageIncurred;
import jp.shomei.contracts.notice.PostingBatchPrepared;
import jp.shomei.contracts.notice.PostingBatchSealed;
import jp.shomei.contracts.reminder.ReminderKind;
import jp.shomei.contracts.time.ClockMoved;

/** One example of every event, each of its fields filled in. The golden files hold just these. */
final class EventExamples {

    private static final String REQUEST = "202103100000001";
    private static final String NOTICE = "N20210311-0110100013-3f9a1c2e";
    private static final String BATCH = "B20210311-1";
    private static final String SERIAL = "4f0c2b7a9d1e8356a0b4c7d2e9f13586";
    private static final String DER = "MAMCAQE=";
    private static final String DER_SHA256 = "1b65f68a522c858715f5dd951cd0402dc16691778814bf0759822b7a257421d0";
    private static final String KEY_SHA256 = "f569a86d3c2c8d7dda26b5dbea20bd5c19eeb35dfc63fdb724bac4f21c227850";
    private static final LocalDate ISSUE_DAY = LocalDate.of(2021, 3, 10);
    private static final LocalDate DISPATCH_DAY = LocalDate.of(2021, 3, 11);
    private static final LocalDate LAST_DAY = LocalDate.of(2024, 6, 10);
    private static final LocalDate LAST_DOWNLOAD_DAY = LocalDate.of(2021, 9, 6);

    private static final InstitutionCode CLINIC = InstitutionCode.of("0110100013");
    private static final Contact CONTACT = new Contact("医事課　証明太郎", "0312345678", "11@22.33");
    private static final Contact NEW_CONTACT = new Contact("総務課", "0312345679", "soumu@example.jp");
    private static final RevokedKey KEY = new RevokedKey(1, SERIAL, KEY_SHA256);
    private static final Contact FOUNDER = new Contact("医療法人　証明会", "0112345678", "founder@example.jp");
    private static final PostalAddress ADDRESS = new PostalAddress("0600001", "北海道札幌市中央区北一条西1-1", "証明クリニック");
    private static final String TERMINAL = "テスト中です#%& * > ? @";

    private EventExamples() {}

    static List<Object> complete() {
        return Stream.of(own(), FeeExamples.complete()).flatMap(List::stream).toList();
    }

    private static List<Object> own() {
        return List.of(
                applied(),
                new ApplicationReferred(REQUEST, List.of(new Finding(Finding.Kind.NAME_DIFFERS, "証明クリニック", "証明くりにっく"))),
                new CertificateRejected(REQUEST, "保険医療機関届と名称が異なります", ISSUE_DAY),
                new CertificateCancelled(REQUEST, ISSUE_DAY),
                issued(),
                signingPrepared(),
                new CertificateSigned(REQUEST, 1, SERIAL, DER),
                new CertificateDownloaded(REQUEST, DownloadForm.PKCS12, LocalDate.of(2021, 3, 15)),
                new EscrowedKeyDestroyed(REQUEST, LocalDate.of(2021, 9, 7)),
                new ApplicationEndorsed(REQUEST, ISSUE_DAY),
                new ContactChanged(REQUEST, CONTACT, NEW_CONTACT, TERMINAL, "総合受付 端末02", LocalDate.of(2022, 4, 1)),
                new DownloadPeriodExtended(REQUEST, LocalDate.of(2021, 12, 6), "入院のため", LocalDate.of(2021, 9, 8)),
                noticeReissued(),
                renewed(),
                new PreviousKeyRetired(REQUEST, KEY, Instant.parse("2024-04-26T15:00:00Z")),
                new CertificateExpired(REQUEST, 1, LAST_DAY),
                new ReminderSent(
                        REQUEST,
                        ReminderKind.EXPIRY,
                        1,
                        75,
                        LAST_DAY,
                        74,
                        CLINIC,
                        CONTACT,
                        TERMINAL,
                        LocalDate.of(2024, 3, 28)),
                new RevocationRequested(
                        REQUEST,
                        RevocationReason.KEY_COMPROMISE,
                        RevocationRequester.OFFICER,
                        CONTACT,
                        "届出の電話番号へ折り返し、開設者名を確認",
                        LocalDate.of(2022, 5, 9)),
                new RevocationDeclined(REQUEST, "本人の申請ではありませんでした", LocalDate.of(2022, 5, 10)),
                new CertificateRevoked(
                        REQUEST,
                        RevocationReason.KEY_COMPROMISE,
                        RevocationRequester.OFFICER,
                        CertificateIssued.Approval.BY_OFFICER,
                        List.of(KEY),
                        Instant.parse("2022-05-10T01:23:45Z")),
                new InstitutionRegistered(
                        CLINIC,
                        "証明クリニック",
                        Category.MEDICAL_INSTITUTION,
                        Prefecture.HOKKAIDO,
                        ScoreTable.MEDICAL,
                        ADDRESS,
                        FOUNDER),
                new InstitutionChanged(
                        CLINIC,
                        "証明クリニック",
                        Category.MEDICAL_BILLING_AGENT,
                        Prefecture.HOKKAIDO,
                        ScoreTable.MEDICAL,
                        ADDRESS,
                        FOUNDER),
                new PaymentMethodChosen(CLINIC, PaymentMethod.DEDUCTION, ISSUE_DAY),
                new NoticePrepared(NOTICE, CLINIC, ADDRESS, CONTACT, DISPATCH_DAY, LocalDate.of(2021, 3, 15)),
                new NoticeBoxEnclosed(
                        NOTICE, new NoticeBox(REQUEST, CLINIC, TERMINAL, ISSUE_DAY, LAST_DAY, LAST_DOWNLOAD_DAY, 1)),
                new NoticePrinted(NOTICE, BATCH),
                new NoticeDispatched(NOTICE, "39960000010", true, DISPATCH_DAY),
                new PostageIncurred(NOTICE, CLINIC, List.of(REQUEST), 753, DISPATCH_DAY),
                new NoticeDelivered(NOTICE, LocalDate.of(2021, 3, 13)),
                new NoticeReturned(NOTICE, "あて所に尋ねあたりません", LocalDate.of(2021, 3, 19)),
                new AddresseeContacted(NOTICE, ContactMeans.PHONE, "移転届を提出いただく", LocalDate.of(2021, 3, 19)),
                new NoticeResent(NOTICE, LocalDate.of(2021, 3, 22)),
                new PostingBatchPrepared(BATCH, DISPATCH_DAY, "Online Billing NW Common Issuing", List.of(NOTICE)),
                new PostingBatchSealed(BATCH, 1, 61_234, DER_SHA256),
                new RequestIdsReserved(ISSUE_DAY, 1, 100),
                new ClockMoved(Instant.parse("2021-03-10T00:00:00Z"), Instant.parse("2021-03-11T00:00:00Z")),
                new EventSkipped(
                        REQUEST, 3, "CertificateSigned", "6f1d8f0e-4c53-4a58-9c0b-6d7f0a3f2b11", "mail", "宛先の電話で連絡済み"),
                new HistoryRestored(
                        1,
                        Instant.parse("2024-05-02T17:59:03.25Z"),
                        Instant.parse("2024-05-02T18:00:00Z"),
                        Instant.parse("2024-05-03T05:30:00Z")));
    }

    private static CertificateApplied applied() {
        return new CertificateApplied(
                REQUEST,
                new Application(
                        CLINIC,
                        Category.MEDICAL_INSTITUTION,
                        Prefecture.HOKKAIDO,
                        ScoreTable.MEDICAL,
                        "証明クリニック",
                        CONTACT,
                        TERMINAL),
                ISSUE_DAY);
    }

    private static CertificateIssued issued() {
        return new CertificateIssued(
                REQUEST,
                CLINIC,
                Category.MEDICAL_INSTITUTION,
                CONTACT,
                TERMINAL,
                ADDRESS,
                CertificateIssued.Approval.BY_RULE,
                ISSUE_DAY,
                LAST_DAY,
                LAST_DOWNLOAD_DAY,
                DISPATCH_DAY,
                1500);
    }

    private static NoticeReissued noticeReissued() {
        return new NoticeReissued(
                REQUEST,
                2,
                CLINIC,
                ADDRESS,
                CONTACT,
                TERMINAL,
                ISSUE_DAY,
                LAST_DAY,
                LAST_DOWNLOAD_DAY,
                LocalDate.of(2021, 4, 2),
                "紛失",
                LocalDate.of(2021, 4, 1));
    }

    private static CertificateRenewed renewed() {
        return new CertificateRenewed(
                REQUEST,
                2,
                CLINIC,
                Category.MEDICAL_INSTITUTION,
                CONTACT,
                TERMINAL,
                LocalDate.of(2024, 4, 12),
                LocalDate.of(2027, 7, 12),
                LocalDate.of(2024, 10, 9),
                LAST_DAY,
                1500);
    }

    private static CertificateSigningPrepared signingPrepared() {
        return new CertificateSigningPrepared(
                REQUEST, 1, SERIAL, "terminal-1", KeyOrigin.AUTHORITY, KEY_SHA256, DER, DER_SHA256);
    }
}
