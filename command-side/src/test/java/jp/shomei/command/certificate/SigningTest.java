package jp.shomei.command.certificate;

import static jp.shomei.command.certificate.Applications.CLINIC;
import static jp.shomei.command.certificate.Applications.MORNING;
import static jp.shomei.command.certificate.Applications.REQUEST;
import static jp.shomei.command.certificate.Applications.applied;
import static jp.shomei.command.certificate.Applications.at;
import static jp.shomei.command.certificate.Applications.issued;
import static jp.shomei.command.certificate.Applications.referred;
import static jp.shomei.command.certificate.CertificateFixture.expectRefusal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.certificate.CertificateDownloaded;
import jp.shomei.contracts.certificate.CertificateExpired;
import jp.shomei.contracts.certificate.CertificateIssued.Approval;
import jp.shomei.contracts.certificate.CertificateSigned;
import jp.shomei.contracts.certificate.CertificateSigningPrepared;
import jp.shomei.contracts.certificate.DownloadForm;
import jp.shomei.contracts.certificate.DownloadOrder;
import jp.shomei.contracts.certificate.EscrowedKeyDestroyed;
import jp.shomei.contracts.certificate.FindSigning;
import jp.shomei.contracts.certificate.KeyOrigin;
import jp.shomei.contracts.certificate.OpenDownload;
import jp.shomei.contracts.certificate.PrepareSigning;
import jp.shomei.contracts.certificate.PreparedSigning;
import jp.shomei.contracts.certificate.RecordDownload;
import jp.shomei.contracts.certificate.RecordEscrowedKeyDestroyed;
import jp.shomei.contracts.certificate.RecordSigned;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.certificate.SigningState;
import jp.shomei.contracts.refusal.ErrorCode;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SigningTest {

    private static final PreparedSigning INTENT = new PreparedSigning(1, "0a1b", KeyOrigin.AUTHORITY, "beef", "MII=");
    private static final PrepareSigning PREPARE = new PrepareSigning(REQUEST, INTENT, "rsa-2048", "cafe");
    private static final CertificateSigningPrepared PREPARED =
            new CertificateSigningPrepared(REQUEST, 1, "0a1b", "rsa-2048", KeyOrigin.AUTHORITY, "beef", "MII=", "cafe");
    private static final CertificateSigned SIGNED = new CertificateSigned(REQUEST, 1, "0a1b", "MIIC");
    private static final RecordSigned RECORD = new RecordSigned(REQUEST, "0a1b", "cafe", "MIIC");

    private static TestExecutor<Certificate> on(Instant now, Object... history) {
        return CertificateFixture.on(now).given(history);
    }

    @Nested
    class WhileWaitingForApproval {

        @Test
        void nothingCanBeDownloadedOrSigned() {
            for (Object command :
                    new Object[] {new OpenDownload(REQUEST), PREPARE, new RecordDownload(REQUEST, DownloadForm.PEM)}) {
                expectRefusal(on(MORNING, applied(), referred()).when(command), ErrorCode.NOT_ISSUED);
            }
        }
    }

    @Nested
    class OnceIssued {

        private TestExecutor<Certificate> issuedOn(Instant now) {
            return on(now, applied(), issued(Approval.BY_RULE));
        }

        @Test
        void aDownloadIsOpenUntilTheLastSecondOfTheLastDay() {
            issuedOn(at("2021-09-06T23:59:59"))
                    .when(new OpenDownload(REQUEST))
                    .expectNoEvents()
                    .expectResultMessagePayload(new DownloadOrder(
                            REQUEST,
                            1,
                            1,
                            true,
                            CLINIC,
                            LocalDate.of(2021, 3, 10),
                            LocalDate.of(2024, 6, 10),
                            LocalDate.of(2021, 9, 6),
                            new SigningState(null, null)));
        }

        @Test
        void theDayAfterItIsOver() {
            Instant late = at("2021-09-07T00:00:00");
            for (Object command : new Object[] {new OpenDownload(REQUEST), PREPARE}) {
                expectRefusal(issuedOn(late).when(command), ErrorCode.DOWNLOAD_PERIOD_OVER, "2021/09/06");
            }
        }

        @Test
        void theIntentGoesOnRecordBeforeTheSignature() {
            issuedOn(MORNING).when(PREPARE).expectEvents(PREPARED);
        }

        @Test
        void aSignatureWithoutAnIntentIsRefused() {
            expectRefusal(issuedOn(MORNING).when(RECORD), ErrorCode.SIGNING_MISMATCH);
        }
    }

    @Nested
    class OncePrepared {

        private TestExecutor<Certificate> prepared() {
            return on(MORNING, applied(), issued(Approval.BY_RULE), PREPARED);
        }

        @Test
        void aSecondIntentIsRefused() {
            expectRefusal(prepared().when(PREPARE), ErrorCode.SIGNING_IN_PROGRESS);
        }

        @Test
        void theSignatureGoesOnRecord() {
            prepared().when(RECORD).expectEvents(SIGNED);
        }

        @Test
        void aSignatureOverOtherBytesIsRefused() {
            expectRefusal(
                    prepared().when(new RecordSigned(REQUEST, "0a1b", "0000", "MIIC")), ErrorCode.SIGNING_MISMATCH);
        }

        @Test
        void aSignatureUnderAnotherSerialNumberIsRefused() {
            expectRefusal(
                    prepared().when(new RecordSigned(REQUEST, "0a1c", "cafe", "MIIC")), ErrorCode.SIGNING_MISMATCH);
        }

        @Test
        void nothingIsHandedOutBeforeTheSignatureIsOnRecord() {
            expectRefusal(
                    prepared().when(new RecordDownload(REQUEST, DownloadForm.PKCS12)), ErrorCode.SIGNING_IN_PROGRESS);
        }

        @Test
        void theSignatureGoesOnRecordAlsoOnceTheCertificateIsRevokedOrExpired() {
            for (Object end : List.of(
                    Lives.revocation(RevocationReason.KEY_COMPROMISE, RevocationRequester.INSTITUTION),
                    new CertificateExpired(REQUEST, 1, Lives.LAST_DAY))) {
                on(at("2024-06-11T00:00:00"), applied(), issued(Approval.BY_RULE), PREPARED, end)
                        .when(RECORD)
                        .expectEvents(SIGNED);
            }
        }

        @Test
        void whoeverAsksFindsTheIntent() {
            prepared().when(new FindSigning(REQUEST)).expectResultMessagePayload(new SigningState(INTENT, null));
        }
    }

    @Nested
    class OnceSigned {

        private TestExecutor<Certificate> signed(Instant now) {
            return on(now, applied(), issued(Approval.BY_RULE), PREPARED, SIGNED);
        }

        @Test
        void theSignatureIsRecordedOnce() {
            signed(MORNING).when(RECORD).expectSuccessfulHandlerExecution().expectNoEvents();
        }

        @Test
        void everyDownloadIsRecorded() {
            CertificateDownloaded downloaded =
                    new CertificateDownloaded(REQUEST, DownloadForm.PKCS12, LocalDate.of(2021, 3, 12));
            on(at("2021-03-12T10:00:00"), applied(), issued(Approval.BY_RULE), PREPARED, SIGNED, downloaded)
                    .when(new RecordDownload(REQUEST, DownloadForm.PKCS12))
                    .expectEvents(downloaded);
        }

        @Test
        void theEscrowedKeyIsDestroyedOnce() {
            EscrowedKeyDestroyed destroyed = new EscrowedKeyDestroyed(REQUEST, LocalDate.of(2021, 9, 7));
            Instant after = at("2021-09-07T00:10:00");
            signed(after).when(new RecordEscrowedKeyDestroyed(REQUEST)).expectEvents(destroyed);
            on(after, applied(), issued(Approval.BY_RULE), PREPARED, SIGNED, destroyed)
                    .when(new RecordEscrowedKeyDestroyed(REQUEST))
                    .expectNoEvents();
        }

        @Test
        void theEscrowedKeyIsDestroyedAlsoOnceTheCertificateIsRevoked() {
            on(at("2022-04-02T00:10:00"), Lives.revoked())
                    .when(new RecordEscrowedKeyDestroyed(REQUEST))
                    .expectEvents(new EscrowedKeyDestroyed(REQUEST, LocalDate.of(2022, 4, 2)));
        }
    }
}
