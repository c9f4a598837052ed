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
import jp.shomei.contracts.certificate.RevokeCompromisedKey;
import jp.shomei.contracts.message.Recorded;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class RevokeCompromisedKeyTest {

    private static final RevokeCompromisedKey FIRST = new RevokeCompromisedKey(REQUEST, KEY_1.publicKeySha256());

    private static TestExecutor<Certificate> on(Instant now, Object... history) {
        return CertificateFixture.on(now).given(history);
    }

    @Test
    void revokesTheCertificateThatCarriesTheKey() {
        on(SPRING_2022, Lives.inUse())
                .when(FIRST)
                .expectEvents(revocation(RevocationReason.KEY_COMPROMISE, RevocationRequester.SYSTEM));
    }

    @Test
    void revokesAlsoWhatIsOnlyPrepared() {
        on(SPRING_2022, Lives.prepared())
                .when(FIRST)
                .expectEvents(revocation(RevocationReason.KEY_COMPROMISE, RevocationRequester.SYSTEM));
    }

    @Test
    void revokesWhileARequestWaits() {
        on(SPRING_2022, Lives.pending())
                .when(FIRST)
                .expectEvents(revocation(RevocationReason.KEY_COMPROMISE, RevocationRequester.SYSTEM));
    }

    @Test
    void revokesEveryGenerationIfOneCarriesTheKey() {
        on(Lives.RENEWAL_MORNING, Lives.renewedAndInUse())
                .when(FIRST)
                .expectEvents(new CertificateRevoked(
                        REQUEST,
                        RevocationReason.KEY_COMPROMISE,
                        RevocationRequester.SYSTEM,
                        Approval.BY_RULE,
                        List.of(KEY_1, KEY_2),
                        Lives.RENEWAL_MORNING));
    }

    @Test
    void doesNothingTheSecondTime() {
        on(SPRING_2022, Lives.revoked())
                .when(FIRST)
                .expectNoEvents()
                .expectResultMessagePayload(new Recorded(Recorded.Kind.CERTIFICATE, REQUEST, 5));
    }

    @Test
    void doesNothingIfNoValidGenerationCarriesTheKey() {
        nothing(on(SPRING_2022, Lives.waiting()));
        nothing(on(SPRING_2022, Lives.justIssued()));
        nothing(on(SPRING_2022, Lives.expired()));
        nothing(on(at("2024-06-11T00:00:00"), Lives.inUse()));
        nothing(on(at("2024-06-11T00:00:00"), Lives.renewedAndInUse()));
        nothing(on(at("2024-04-28T10:00:00"), Lives.with(Lives.renewedAndInUse(), Lives.retirement())));
    }

    @Test
    void doesNothingForAnotherKey() {
        on(SPRING_2022, Lives.inUse())
                .when(new RevokeCompromisedKey(REQUEST, "feed"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static void nothing(TestExecutor<Certificate> given) {
        given.when(FIRST).expectSuccessfulHandlerExecution().expectNoEvents();
    }
}
