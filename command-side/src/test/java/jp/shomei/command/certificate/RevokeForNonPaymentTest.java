package jp.shomei.command.certificate;

import static jp.shomei.command.certificate.Applications.REQUEST;
import static jp.shomei.command.certificate.Applications.at;
import static jp.shomei.command.certificate.Lives.KEY_1;
import static jp.shomei.command.certificate.Lives.KEY_2;
import static jp.shomei.command.certificate.Lives.SPRING_2022;
import static jp.shomei.command.certificate.Lives.revocation;

import java.time.Instant;
import java.util.List;
import jp.shomei.contracts.certificate.CertificateIssued.Approval;
import jp.shomei.contracts.certificate.CertificateRevoked;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.certificate.RevokeForNonPayment;
import jp.shomei.contracts.message.Recorded;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class RevokeForNonPaymentTest {

    private static final RevokeForNonPayment REVOKE = new RevokeForNonPayment(REQUEST);
    private static final CertificateRevoked REVOKED =
            revocation(RevocationReason.CESSATION_OF_OPERATION, RevocationRequester.SYSTEM);

    private static TestExecutor<Certificate> on(Instant now, Object... history) {
        return CertificateFixture.on(now).given(history);
    }

    @Test
    void revokesWhatIsInUse() {
        on(SPRING_2022, Lives.inUse())
                .when(REVOKE)
                .expectEvents(REVOKED)
                .expectResultMessagePayload(new Recorded(Recorded.Kind.CERTIFICATE, REQUEST, 5));
    }

    @Test
    void revokesWhileARequestWaits() {
        on(SPRING_2022, Lives.pending()).when(REVOKE).expectEvents(REVOKED);
    }

    @Test
    void revokesWhatWasNeverDownloaded() {
        on(SPRING_2022, Lives.justIssued())
                .when(REVOKE)
                .expectEvents(revocation(
                        RevocationReason.CESSATION_OF_OPERATION, RevocationRequester.SYSTEM, Approval.BY_RULE));
    }

    @Test
    void revokesEveryGeneration() {
        on(Lives.RENEWAL_MORNING, Lives.renewedAndInUse())
                .when(REVOKE)
                .expectEvents(new CertificateRevoked(
                        REQUEST,
                        RevocationReason.CESSATION_OF_OPERATION,
                        RevocationRequester.SYSTEM,
                        Approval.BY_RULE,
                        List.of(KEY_1, KEY_2),
                        Lives.RENEWAL_MORNING));
    }

    @Test
    void doesNothingToWhatIsNotValid() {
        nothing(SPRING_2022, Lives.revoked());
        nothing(SPRING_2022, Lives.waiting());
        nothing(SPRING_2022, Lives.rejected());
        nothing(SPRING_2022, Lives.cancelled());
        nothing(SPRING_2022, Lives.expired());
        nothing(at("2024-06-11T00:00:00"), Lives.inUse());
    }

    private static void nothing(Instant now, Object[] history) {
        on(now, history)
                .when(REVOKE)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents()
                .expectResultMessagePayload(new Recorded(Recorded.Kind.CERTIFICATE, REQUEST, history.length - 1L));
    }
}
