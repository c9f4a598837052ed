package jp.shomei.command.certificate;

import static jp.shomei.command.certificate.Applications.CLINIC;
import static jp.shomei.command.certificate.Applications.CONTACT;
import static jp.shomei.command.certificate.Applications.REQUEST;
import static jp.shomei.command.certificate.Applications.at;
import static jp.shomei.command.certificate.CertificateFixture.expectBadFields;
import static jp.shomei.command.certificate.CertificateFixture.expectRefusal;

import java.time.LocalDate;
import jp.shomei.command.institution.CheckDigitMode;
import jp.shomei.contracts.certificate.ContactChanged;
import jp.shomei.contracts.certificate.DownloadOrder;
import jp.shomei.contracts.certificate.NoticeReissued;
import jp.shomei.contracts.certificate.OpenDownload;
import jp.shomei.contracts.certificate.ReissueNotice;
import jp.shomei.contracts.certificate.SigningState;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.institution.ScoreTable;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class ReissueNoticeTest {

    private static final ReissueNotice REISSUE = new ReissueNotice(REQUEST, "紛失");
    private static final PostalAddress NEW_ADDRESS =
            new PostalAddress("0600002", "北海道札幌市中央区北二条西2-2", Applications.NAME);

    private static TestExecutor<Certificate> on(String now, Object... history) {
        return CertificateFixture.on(at(now)).given(history);
    }

    @Test
    void aNewNoticeGoesOutOnTheNextDispatchDay() {
        on("2021-04-01T10:00:00", Lives.justIssued())
                .when(REISSUE)
                .expectEvents(Lives.reissue(2))
                .expectResultMessagePayload(new Recorded(Recorded.Kind.CERTIFICATE, REQUEST, 2));
    }

    @Test
    void everyOneIsAnotherEdition() {
        on("2021-04-01T10:00:00", Lives.with(Lives.justIssued(), Lives.reissue(2)))
                .when(REISSUE)
                .expectEvents(Lives.reissue(3));
    }

    @Test
    void theDownloadKnowsWhichEditionHolds() {
        on("2021-04-01T10:00:00", Lives.with(Lives.justIssued(), Lives.reissue(2)))
                .when(new OpenDownload(REQUEST))
                .expectResultMessagePayload(new DownloadOrder(
                        REQUEST,
                        1,
                        2,
                        true,
                        CLINIC,
                        Lives.ISSUE_DAY,
                        Lives.LAST_DAY,
                        LocalDate.of(2021, 9, 6),
                        new SigningState(null, null)));
    }

    @Test
    void itGoesToTheAddressOnFileNowAndTheContactOfNow() {
        Contact changed = new Contact("医事課", "0312345678", "iji@example.jp");
        CertificateFixture.on(at("2021-04-01T10:00:00"), movedTo(NEW_ADDRESS), CheckDigitMode.WARN)
                .given(Lives.with(
                        Lives.justIssued(),
                        new ContactChanged(
                                REQUEST, CONTACT, changed, Lives.TERMINAL, "端末02", LocalDate.of(2021, 3, 20))))
                .when(REISSUE)
                .expectEvents(new NoticeReissued(
                        REQUEST,
                        2,
                        CLINIC,
                        NEW_ADDRESS,
                        changed,
                        "端末02",
                        Lives.ISSUE_DAY,
                        Lives.LAST_DAY,
                        LocalDate.of(2021, 9, 6),
                        LocalDate.of(2021, 4, 2),
                        "紛失",
                        LocalDate.of(2021, 4, 1)));
    }

    @Test
    void afterARenewalItTellsOfTheNewGeneration() {
        on("2024-04-12T16:00:00", Lives.renewed())
                .when(REISSUE)
                .expectEvents(new NoticeReissued(
                        REQUEST,
                        2,
                        CLINIC,
                        Applications.ADDRESS,
                        CONTACT,
                        Lives.TERMINAL,
                        Lives.RENEWAL_DAY,
                        LocalDate.of(2027, 7, 12),
                        LocalDate.of(2024, 10, 9),
                        LocalDate.of(2024, 4, 16),
                        "紛失",
                        Lives.RENEWAL_DAY));
    }

    @Test
    void itNeedsAReason() {
        expectBadFields(
                on("2021-04-01T10:00:00", Lives.justIssued()).when(new ReissueNotice(REQUEST, "")),
                FieldError.of("reason", FieldRule.REQUIRED));
    }

    @Test
    void nothingIsMailedOnceTheDownloadIsOver() {
        expectRefusal(
                on("2021-09-07T00:00:00", Lives.justIssued()).when(REISSUE),
                ErrorCode.DOWNLOAD_PERIOD_OVER,
                "2021/09/06");
    }

    private static Registration movedTo(PostalAddress address) {
        return new Registration(
                CLINIC,
                Applications.NAME,
                Category.MEDICAL_INSTITUTION,
                Prefecture.HOKKAIDO,
                ScoreTable.MEDICAL,
                address,
                new Contact("証明 太郎", "0112345678", null),
                PaymentMethod.DEDUCTION);
    }
}
