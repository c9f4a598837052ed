package jp.shomei.command.certificate;

import static jp.shomei.command.certificate.Applications.REQUEST;
import static jp.shomei.command.certificate.Applications.at;
import static jp.shomei.command.certificate.CertificateFixture.expectBadFields;
import static jp.shomei.command.certificate.CertificateFixture.expectRefusal;

import java.time.LocalDate;
import jp.shomei.contracts.certificate.DownloadForm;
import jp.shomei.contracts.certificate.DownloadPeriodExtended;
import jp.shomei.contracts.certificate.EscrowedKeyDestroyed;
import jp.shomei.contracts.certificate.ExtendDownloadPeriod;
import jp.shomei.contracts.certificate.RecordDownload;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtendDownloadPeriodTest {

    private static final LocalDate DECEMBER = LocalDate.of(2021, 12, 6);

    private static TestExecutor<Certificate> on(String now, Object... history) {
        return CertificateFixture.on(at(now)).given(history);
    }

    private static ExtendDownloadPeriod until(LocalDate last) {
        return new ExtendDownloadPeriod(REQUEST, last, "入院のため");
    }

    @Test
    void theDownloadIsOpenForLonger() {
        on("2021-09-01T10:00:00", Lives.justIssued())
                .when(until(DECEMBER))
                .expectEvents(extension(DECEMBER, LocalDate.of(2021, 9, 1)))
                .expectResultMessagePayload(new Recorded(Recorded.Kind.CERTIFICATE, REQUEST, 2));
    }

    @Test
    void theDownloadIsOpenAgain() {
        on("2021-10-01T10:00:00", Lives.justIssued())
                .when(until(DECEMBER))
                .expectEvents(extension(DECEMBER, LocalDate.of(2021, 10, 1)));
    }

    @Test
    void theNewLastDayHolds() {
        Object[] history = Lives.with(Lives.signed(), extension(DECEMBER, LocalDate.of(2021, 9, 1)));
        on("2021-12-06T23:59:59", history)
                .when(new RecordDownload(REQUEST, DownloadForm.PEM))
                .expectSuccessfulHandlerExecution();
        expectRefusal(
                on("2021-12-07T00:00:00", history).when(new RecordDownload(REQUEST, DownloadForm.PEM)),
                ErrorCode.DOWNLOAD_PERIOD_OVER,
                "2021/12/06");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-09-01T10:00:00, 2021-09-06, 2021-09-07",
        "2021-09-01T10:00:00, 2024-06-11, 2021-09-07",
        "2021-10-01T10:00:00, 2021-09-30, 2021-10-01",
        "2021-10-01T10:00:00, 2024-06-11, 2021-10-01",
    })
    void theDayIsLaterThanThePresentOneAndNotPastAndWithinValidity(String now, LocalDate last, String first) {
        expectBadFields(
                on(now, Lives.justIssued()).when(until(last)),
                FieldError.of("downloadUntil", FieldRule.RANGE, first, "2024-06-10"));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-09-01T10:00:00, 2021-09-07",
        "2021-09-01T10:00:00, 2024-06-10",
        "2021-10-01T10:00:00, 2021-10-01",
    })
    void everyDayBetweenIsTaken(String now, LocalDate last) {
        on(now, Lives.justIssued()).when(until(last)).expectSuccessfulHandlerExecution();
    }

    @Test
    void dayAndReasonAreNeeded() {
        expectBadFields(
                on("2021-09-01T10:00:00", Lives.justIssued()).when(new ExtendDownloadPeriod(REQUEST, null, " ")),
                FieldError.of("downloadUntil", FieldRule.REQUIRED),
                FieldError.of("reason", FieldRule.REQUIRED));
    }

    @Test
    void aKeyThatWasDestroyedDoesNotComeBack() {
        expectRefusal(
                on(
                                "2021-10-01T10:00:00",
                                Lives.with(Lives.inUse(), new EscrowedKeyDestroyed(REQUEST, LocalDate.of(2021, 9, 7))))
                        .when(until(DECEMBER)),
                ErrorCode.KEY_NOT_KEPT);
    }

    @Test
    void theKeyOfTheGenerationBeforeDoesNotMatter() {
        on(
                        "2024-10-01T10:00:00",
                        Lives.with(
                                Lives.inUse(),
                                new EscrowedKeyDestroyed(REQUEST, LocalDate.of(2021, 9, 7)),
                                Lives.renewal(Lives.LAST_DAY)))
                .when(until(LocalDate.of(2027, 7, 12)))
                .expectEvents(extension(LocalDate.of(2027, 7, 12), LocalDate.of(2024, 10, 1)));
    }

    private static DownloadPeriodExtended extension(LocalDate last, LocalDate today) {
        return new DownloadPeriodExtended(REQUEST, last, "入院のため", today);
    }
}
