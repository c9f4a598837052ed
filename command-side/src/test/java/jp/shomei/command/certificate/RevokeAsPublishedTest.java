package jp.shomei.command.certificate;

import static jp.shomei.command.certificate.Applications.REQUEST;
import static jp.shomei.command.certificate.Applications.at;
import static jp.shomei.command.certificate.Lives.KEY_1;
import static jp.shomei.command.certificate.Lives.KEY_2;
import static jp.shomei.command.certificate.Lives.SPRING_2022;

import java.time.Instant;
import java.util.List;
import jp.shomei.contracts.certificate.CertificateIssued.Approval;
import jp.shomei.contracts.certificate.CertificateRevoked;
import jp.shomei.contracts.certificate.PreviousKeyRetired;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.certificate.RevokeAsPublished;
import jp.shomei.contracts.certificate.RevokedKey;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class RevokeAsPublishedTest {

    private static final Instant ONCE = at("2022-03-31T10:00:00");

    private static RevokeAsPublished first(RevocationReason reason) {
        return new RevokeAsPublished(REQUEST, KEY_1.serialNumber(), reason, ONCE);
    }

    private static TestExecutor<Certificate> on(Instant now, Object... history) {
        return CertificateFixture.on(now).given(history);
    }

    private static CertificateRevoked revoked(RevocationReason reason, Instant at, RevokedKey... keys) {
        return new CertificateRevoked(REQUEST, reason, RevocationRequester.SYSTEM, Approval.BY_RULE, List.of(keys), at);
    }

    @Test
    void revokesAgainWithTheReasonAndDateOfTheList() {
        on(SPRING_2022, Lives.inUse())
                .when(first(RevocationReason.KEY_COMPROMISE))
                .expectEvents(revoked(RevocationReason.KEY_COMPROMISE, ONCE, KEY_1));
    }

    @Test
    void retiresAgainWhatWasSupersededByARenewal() {
        on(Lives.RENEWAL_MORNING, Lives.renewedAndInUse())
                .when(first(RevocationReason.SUPERSEDED))
                .expectEvents(new PreviousKeyRetired(REQUEST, KEY_1, ONCE));
    }

    @Test
    void revokesTheNewestGenerationAlsoAsSuperseded() {
        on(SPRING_2022, Lives.inUse())
                .when(first(RevocationReason.SUPERSEDED))
                .expectEvents(revoked(RevocationReason.SUPERSEDED, ONCE, KEY_1));
    }

    @Test
    void revokesEveryGenerationWithOneThatWasRevokedForAnotherReason() {
        on(Lives.RENEWAL_MORNING, Lives.renewedAndInUse())
                .when(first(RevocationReason.KEY_COMPROMISE))
                .expectEvents(revoked(RevocationReason.KEY_COMPROMISE, ONCE, KEY_1, KEY_2));
    }

    @Test
    void doesNothingForWhatIsRevokedRetiredOrNotThere() {
        on(SPRING_2022, Lives.revoked())
                .when(first(RevocationReason.KEY_COMPROMISE))
                .expectNoEvents();
        on(at("2024-04-28T10:00:00"), Lives.with(Lives.renewedAndInUse(), Lives.retirement()))
                .when(first(RevocationReason.SUPERSEDED))
                .expectNoEvents();
        on(SPRING_2022, Lives.inUse())
                .when(new RevokeAsPublished(REQUEST, "feed", RevocationReason.UNSPECIFIED, ONCE))
                .expectNoEvents();
    }
}
