package jp.shomei.command.certificate;

import static jp.shomei.command.certificate.Applications.CLINIC;
import static jp.shomei.command.certificate.Applications.CONTACT;
import static jp.shomei.command.certificate.Applications.REQUEST;
import static jp.shomei.command.certificate.Applications.at;
import static jp.shomei.command.certificate.CertificateFixture.expectRefusal;
import static jp.shomei.command.certificate.Lives.LAST_DAY;
import static jp.shomei.command.certificate.Lives.RENEWAL_MORNING;
import static jp.shomei.command.certificate.Lives.SERIAL_2;
import static jp.shomei.command.certificate.Lives.TERMINAL;
import static jp.shomei.command.certificate.Lives.renewal;
import static jp.shomei.command.certificate.Lives.renewalOrder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import jp.shomei.contracts.certificate.CertificateRenewed;
import jp.shomei.contracts.certificate.ContactChanged;
import jp.shomei.contracts.certificate.DownloadOrder;
import jp.shomei.contracts.certificate.RenewCertificate;
import jp.shomei.contracts.certificate.RenewalWindow;
import jp.shomei.contracts.certificate.SigningState;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.refusal.ErrorCode;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenewCertificateTest {

    private static final RenewCertificate BY_PORTAL = new RenewCertificate(REQUEST, null);
    private static final SigningState NOTHING_SIGNED = new SigningState(null, null);

    private static TestExecutor<Certificate> on(Instant now, Object... history) {
        return CertificateFixture.on(now).given(history);
    }

    private static RenewCertificate byTerminal(String serial) {
        return new RenewCertificate(REQUEST, serial);
    }

    @Nested
    class InItsLastDays {

        @Test
        void aNewGenerationBeginsWithItsFee() {
            on(RENEWAL_MORNING, Lives.inUse())
                    .when(BY_PORTAL)
                    .expectEvents(renewal(LAST_DAY))
                    .expectResultMessagePayload(renewalOrder(NOTHING_SIGNED));
        }

        @Test
        void theTerminalRenewsWithItsCertificate() {
            on(RENEWAL_MORNING, Lives.inUse()).when(byTerminal("0A1B")).expectEvents(renewal(LAST_DAY));
        }

        @ParameterizedTest
        @ValueSource(strings = {"0a1c", SERIAL_2, ""})
        void aTerminalWithAnotherCertificateIsRefused(String serial) {
            expectRefusal(on(RENEWAL_MORNING, Lives.inUse()).when(byTerminal(serial)), ErrorCode.NOT_YOUR_CERTIFICATE);
        }

        @Test
        void contactAndTerminalNameAreThoseOfToday() {
            Contact changed = new Contact("医事課", "0312345678", "iji@example.jp");
            on(
                            RENEWAL_MORNING,
                            Lives.with(
                                    Lives.inUse(),
                                    new ContactChanged(
                                            REQUEST, CONTACT, changed, TERMINAL, "端末02", LocalDate.of(2022, 4, 1))))
                    .when(BY_PORTAL)
                    .expectEvents(new CertificateRenewed(
                            REQUEST,
                            2,
                            CLINIC,
                            Category.MEDICAL_INSTITUTION,
                            changed,
                            "端末02",
                            Lives.RENEWAL_DAY,
                            LocalDate.of(2027, 7, 12),
                            LocalDate.of(2024, 10, 9),
                            LAST_DAY,
                            1_500));
        }

        @Test
        void aCertificateThatWasNeverDownloadedMayBeRenewed() {
            on(RENEWAL_MORNING, Lives.justIssued()).when(BY_PORTAL).expectEvents(renewal(LAST_DAY));
        }

        @Test
        void theEditionOfTheNoticeStays() {
            on(RENEWAL_MORNING, Lives.with(Lives.inUse(), Lives.reissue(2), Lives.reissue(3)))
                    .when(BY_PORTAL)
                    .expectResultMessagePayload(new DownloadOrder(
                            REQUEST,
                            2,
                            3,
                            false,
                            CLINIC,
                            Lives.RENEWAL_DAY,
                            LocalDate.of(2027, 7, 12),
                            LocalDate.of(2024, 10, 9),
                            NOTHING_SIGNED));
        }

        @Test
        void nothingBeginsBeforeAnIntentIsFinished() {
            expectRefusal(on(RENEWAL_MORNING, Lives.prepared()).when(BY_PORTAL), ErrorCode.SIGNING_IN_PROGRESS);
        }

        @Test
        void aGraceEndsTheGenerationBeforeEarlier() {
            CertificateFixture.on(RENEWAL_MORNING, new RenewalPolicy(new RenewalWindow(90, false), Period.ofDays(14)))
                    .given(Lives.inUse())
                    .when(BY_PORTAL)
                    .expectEvents(renewal(LocalDate.of(2024, 4, 26)));
        }
    }

    @Nested
    class TheWindow {

        @ParameterizedTest
        @CsvSource({
            "2024-03-12T23:59:59, 2024/03/13",
            "2022-04-01T10:00:00, 2024/03/13",
        })
        void isClosedWhile90DaysOrMoreRemain(String now, String first) {
            expectRefusal(on(at(now), Lives.inUse()).when(BY_PORTAL), ErrorCode.RENEWAL_TOO_EARLY, first);
        }

        @Test
        void isOpenEveryDayOfTheLast90() {
            for (LocalDate day = LocalDate.of(2024, 3, 13); !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
                on(at(day + "T00:00:00"), Lives.inUse()).when(BY_PORTAL).expectSuccessfulHandlerExecution();
                on(at(day + "T23:59:59"), Lives.inUse()).when(BY_PORTAL).expectSuccessfulHandlerExecution();
            }
        }

        @Test
        void isOverTheDayAfterTheLast() {
            expectRefusal(on(at("2024-06-11T00:00:00"), Lives.inUse()).when(BY_PORTAL), ErrorCode.CERTIFICATE_EXPIRED);
        }

        @Test
        void isOpenOneDayEarlierIfTheBoundIsInclusive() {
            RenewalPolicy inclusive = new RenewalPolicy(new RenewalWindow(90, true), null);
            CertificateFixture.on(at("2024-03-12T00:00:00"), inclusive)
                    .given(Lives.inUse())
                    .when(BY_PORTAL)
                    .expectSuccessfulHandlerExecution();
            expectRefusal(
                    CertificateFixture.on(at("2024-03-11T23:59:59"), inclusive)
                            .given(Lives.inUse())
                            .when(BY_PORTAL),
                    ErrorCode.RENEWAL_TOO_EARLY,
                    "2024/03/12");
        }
    }

    @Test
    void aStrangerIsToldNothing() {
        for (Object[] history : List.of(Lives.waiting(), Lives.revoked(), Lives.expired())) {
            expectRefusal(on(RENEWAL_MORNING, history).when(byTerminal("0f")), ErrorCode.NOT_YOUR_CERTIFICATE);
        }
    }
}
