package jp.shomei.command.certificate;

import static jp.shomei.command.certificate.Applications.CLINIC;
import static jp.shomei.command.certificate.Applications.CONTACT;
import static jp.shomei.command.certificate.Applications.REQUEST;
import static jp.shomei.command.certificate.Applications.at;
import static jp.shomei.command.certificate.CertificateFixture.expectRefusal;
import static jp.shomei.command.certificate.Lives.LAST_DAY;
import static jp.shomei.command.certificate.Lives.PREPARED_2;
import static jp.shomei.command.certificate.Lives.RENEWAL_MORNING;
import static jp.shomei.command.certificate.Lives.SERIAL_1;
import static jp.shomei.command.certificate.Lives.SERIAL_2;
import static jp.shomei.command.certificate.Lives.SIGNED_2;
import static jp.shomei.command.certificate.Lives.TERMINAL;
import static jp.shomei.command.certificate.Lives.renewal;
import static jp.shomei.command.certificate.Lives.renewalOrder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.certificate.CertificateDownloaded;
import jp.shomei.contracts.certificate.CertificateRenewed;
import jp.shomei.contracts.certificate.DownloadForm;
import jp.shomei.contracts.certificate.EscrowedKeyDestroyed;
import jp.shomei.contracts.certificate.FindSigning;
import jp.shomei.contracts.certificate.OpenDownload;
import jp.shomei.contracts.certificate.PrepareSigning;
import jp.shomei.contracts.certificate.RecordEscrowedKeyDestroyed;
import jp.shomei.contracts.certificate.RecordSigned;
import jp.shomei.contracts.certificate.RenewCertificate;
import jp.shomei.contracts.certificate.SigningState;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.refusal.ErrorCode;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RenewAgainTest {

    private static final RenewCertificate BY_PORTAL = new RenewCertificate(REQUEST, null);
    private static final SigningState NOTHING_SIGNED = new SigningState(null, null);
    private static final SigningState SIGNED = new SigningState(Lives.intent(2, SERIAL_2), "MIIC2");

    private static TestExecutor<Certificate> on(Instant now, Object... history) {
        return CertificateFixture.on(now).given(history);
    }

    private static RenewCertificate byTerminal(String serial) {
        return new RenewCertificate(REQUEST, serial);
    }

    @Nested
    class OnceRenewed {

        @Test
        void askingAgainGoesOnWithoutASecondFee() {
            for (RenewCertificate again : List.of(BY_PORTAL, byTerminal(SERIAL_1))) {
                on(RENEWAL_MORNING, Lives.renewed())
                        .when(again)
                        .expectNoEvents()
                        .expectResultMessagePayload(renewalOrder(NOTHING_SIGNED));
            }
        }

        @Test
        void askingAgainFindsWhatWasSigned() {
            for (RenewCertificate again : List.of(BY_PORTAL, byTerminal(SERIAL_1), byTerminal(SERIAL_2))) {
                on(RENEWAL_MORNING, Lives.with(Lives.renewed(), PREPARED_2, SIGNED_2))
                        .when(again)
                        .expectNoEvents()
                        .expectResultMessagePayload(renewalOrder(SIGNED));
            }
        }

        @Test
        void askingAgainFindsWhatIsPrepared() {
            on(RENEWAL_MORNING, Lives.with(Lives.renewed(), PREPARED_2))
                    .when(BY_PORTAL)
                    .expectNoEvents()
                    .expectResultMessagePayload(renewalOrder(new SigningState(Lives.intent(2, SERIAL_2), null)));
        }

        @Test
        void askingAgainWithAKeyOfThatVeryGenerationGoesOn() {
            on(RENEWAL_MORNING, Lives.with(Lives.renewed(), PREPARED_2, SIGNED_2))
                    .when(new RenewCertificate(REQUEST, SERIAL_1, 2))
                    .expectNoEvents()
                    .expectResultMessagePayload(renewalOrder(SIGNED));
        }

        @Test
        void askingAgainWithAKeyOfAnotherGenerationIsRefused() {
            expectRefusal(
                    on(RENEWAL_MORNING, Lives.renewed()).when(new RenewCertificate(REQUEST, SERIAL_1, 1)),
                    ErrorCode.KEY_REUSED);
        }

        @Test
        void askingAgainIsTooEarlyOnceTheDownloadPeriodIsOver() {
            on(at("2024-10-09T23:59:59"), Lives.renewed()).when(BY_PORTAL).expectNoEvents();
            expectRefusal(
                    on(at("2024-10-10T00:00:00"), Lives.renewed()).when(BY_PORTAL),
                    ErrorCode.RENEWAL_TOO_EARLY,
                    "2027/04/14");
        }

        @Test
        void theDownloadHandsOutTheNewGeneration() {
            on(RENEWAL_MORNING, Lives.renewed())
                    .when(new OpenDownload(REQUEST))
                    .expectResultMessagePayload(renewalOrder(NOTHING_SIGNED));
        }

        @Test
        void onlyTheNewGenerationIsPreparedForSigning() {
            on(RENEWAL_MORNING, Lives.renewed())
                    .when(new PrepareSigning(REQUEST, Lives.intent(2, SERIAL_2), "rsa-2048", "cafe2"))
                    .expectEvents(PREPARED_2);
            expectRefusal(
                    on(RENEWAL_MORNING, Lives.renewed())
                            .when(new PrepareSigning(REQUEST, Lives.intent(1, "0a9b"), "rsa-2048", "cafe1")),
                    ErrorCode.SIGNING_MISMATCH);
        }

        @Test
        void noSerialNumberIsUsedTwice() {
            expectRefusal(
                    on(RENEWAL_MORNING, Lives.renewed())
                            .when(new PrepareSigning(REQUEST, Lives.intent(2, SERIAL_1), "rsa-2048", "cafe2")),
                    ErrorCode.SIGNING_MISMATCH);
        }

        @Test
        void whoeverAsksFindsTheSigningOfTheNewGeneration() {
            on(RENEWAL_MORNING, Lives.renewed())
                    .when(new FindSigning(REQUEST))
                    .expectResultMessagePayload(NOTHING_SIGNED);
        }

        @Test
        void aSignatureOfTheGenerationBeforeMayComeOnceMore() {
            on(RENEWAL_MORNING, Lives.with(Lives.renewed(), PREPARED_2))
                    .when(new RecordSigned(REQUEST, SERIAL_1, "cafe1", "MIIC1"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void theBytesOfOneGenerationAreNotTheOthers() {
            expectRefusal(
                    on(RENEWAL_MORNING, Lives.with(Lives.renewed(), PREPARED_2))
                            .when(new RecordSigned(REQUEST, SERIAL_2, "cafe1", "MIIC2")),
                    ErrorCode.SIGNING_MISMATCH);
        }

        @Test
        void theEscrowedKeyIsANewOne() {
            Object[] destroyedBefore = Lives.with(
                    Lives.inUse(), new EscrowedKeyDestroyed(REQUEST, LocalDate.of(2021, 9, 7)), renewal(LAST_DAY));
            on(at("2024-10-10T00:10:00"), destroyedBefore)
                    .when(new RecordEscrowedKeyDestroyed(REQUEST))
                    .expectEvents(new EscrowedKeyDestroyed(REQUEST, LocalDate.of(2024, 10, 10)));
        }
    }

    @Nested
    class OnceRenewedAndDownloaded {

        @Test
        void theTerminalThatComesWithTheGenerationBeforeGetsItAgain() {
            on(RENEWAL_MORNING, Lives.renewedAndInUse())
                    .when(byTerminal(SERIAL_1))
                    .expectNoEvents()
                    .expectResultMessagePayload(renewalOrder(SIGNED));
        }

        @Test
        void theTerminalThatHasItIsTooEarly() {
            expectRefusal(
                    on(RENEWAL_MORNING, Lives.renewedAndInUse()).when(byTerminal(SERIAL_2)),
                    ErrorCode.RENEWAL_TOO_EARLY,
                    "2027/04/14");
        }

        @Test
        void thePortalGetsItAgainWhileItMayBeDownloaded() {
            on(at("2024-10-09T23:59:59"), Lives.renewedAndInUse())
                    .when(BY_PORTAL)
                    .expectNoEvents()
                    .expectResultMessagePayload(renewalOrder(SIGNED));
            expectRefusal(
                    on(at("2024-10-10T00:00:00"), Lives.renewedAndInUse()).when(BY_PORTAL),
                    ErrorCode.RENEWAL_TOO_EARLY,
                    "2027/04/14");
        }

        @Test
        void theGenerationBeforeIsOfNoUseOnceItHasLapsed() {
            expectRefusal(
                    on(at("2024-06-11T00:00:00"), Lives.renewedAndInUse()).when(byTerminal(SERIAL_1)),
                    ErrorCode.NOT_YOUR_CERTIFICATE);
        }

        @Test
        void aTerminalThatWasOffForLongerThanTheGraceStillGetsIt() {
            Object[] history = Lives.with(Lives.inUse(), renewal(LocalDate.of(2024, 4, 26)), PREPARED_2, SIGNED_2);
            on(at("2024-04-27T00:00:00"), history)
                    .when(byTerminal(SERIAL_1))
                    .expectNoEvents()
                    .expectResultMessagePayload(renewalOrder(SIGNED));
        }

        @Test
        void theGenerationBeforeIsOfNoUseOnceItIsRetired() {
            expectRefusal(
                    on(RENEWAL_MORNING, Lives.with(Lives.renewedAndInUse(), Lives.retirement()))
                            .when(byTerminal(SERIAL_1)),
                    ErrorCode.NOT_YOUR_CERTIFICATE);
        }

        @Test
        void itIsRenewedOnceMoreInItsOwnLastDays() {
            on(at("2027-07-12T23:00:00"), Lives.renewedAndInUse())
                    .when(byTerminal(SERIAL_2))
                    .expectEvents(new CertificateRenewed(
                            REQUEST,
                            3,
                            CLINIC,
                            Category.MEDICAL_INSTITUTION,
                            CONTACT,
                            TERMINAL,
                            LocalDate.of(2027, 7, 12),
                            LocalDate.of(2030, 10, 12),
                            LocalDate.of(2028, 1, 8),
                            LocalDate.of(2027, 7, 12),
                            1_500));
        }

        @Test
        void aDownloadOfTheGenerationBeforeDoesNotCountForTheNewOne() {
            on(
                            RENEWAL_MORNING,
                            Lives.with(
                                    Lives.signed(),
                                    new CertificateDownloaded(REQUEST, DownloadForm.PEM, LocalDate.of(2021, 3, 12)),
                                    renewal(LAST_DAY)))
                    .when(BY_PORTAL)
                    .expectNoEvents()
                    .expectSuccessfulHandlerExecution();
        }
    }
}
