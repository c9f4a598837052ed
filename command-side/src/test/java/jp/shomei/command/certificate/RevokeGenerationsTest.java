package jp.shomei.command.certificate;

import static jp.shomei.command.certificate.Applications.REQUEST;
import static jp.shomei.command.certificate.Applications.at;
import static jp.shomei.command.certificate.CertificateFixture.expectRefusal;
import static jp.shomei.command.certificate.Lives.KEY_1;
import static jp.shomei.command.certificate.Lives.KEY_2;
import static jp.shomei.command.certificate.Lives.PREPARED_2;
import static jp.shomei.command.certificate.Lives.SERIAL_1;
import static jp.shomei.command.certificate.Lives.SERIAL_2;
import static jp.shomei.command.certificate.Lives.SPRING_2022;
import static org.axonframework.test.matchers.Matchers.predicate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.certificate.CertificateRevoked;
import jp.shomei.contracts.certificate.RequestRevocation;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.certificate.RevokedKey;
import jp.shomei.contracts.refusal.ErrorCode;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RevokeGenerationsTest {

    private static final RequestRevocation BY_INSTITUTION =
            new RequestRevocation(REQUEST, "keyCompromise", RevocationRequester.INSTITUTION, null, null, null, null);

    private static TestExecutor<Certificate> given(Object... history) {
        return CertificateFixture.on(SPRING_2022).given(history);
    }

    private static RequestRevocation byTerminal(String serial) {
        return new RequestRevocation(REQUEST, "superseded", RevocationRequester.TERMINAL, serial, null, null, null);
    }

    @Nested
    class WhatIsRevoked {

        private static final Instant DURING_BOTH = Lives.RENEWAL_MORNING;

        @Test
        void nothingWasSignedAndNothingIsListed() {
            expectKeys(given(Lives.justIssued()).when(BY_INSTITUTION));
        }

        @Test
        void anIntentAloneIsListedSinceItMayHaveBeenSigned() {
            expectKeys(given(Lives.prepared()).when(BY_INSTITUTION), KEY_1);
        }

        @Test
        void bothGenerationsAreListedWhileBothAreValid() {
            expectKeys(
                    CertificateFixture.on(DURING_BOTH)
                            .given(Lives.renewedAndInUse())
                            .when(BY_INSTITUTION),
                    KEY_1,
                    KEY_2);
        }

        @Test
        void aRenewalThatWasOnlyPreparedIsListedToo() {
            expectKeys(
                    CertificateFixture.on(DURING_BOTH)
                            .given(Lives.with(Lives.renewed(), PREPARED_2))
                            .when(BY_INSTITUTION),
                    KEY_1,
                    KEY_2);
        }

        @Test
        void aGenerationIsListedOnItsLastDayAndNotAfter() {
            expectKeys(
                    CertificateFixture.on(at("2024-06-10T23:59:59"))
                            .given(Lives.renewedAndInUse())
                            .when(BY_INSTITUTION),
                    KEY_1,
                    KEY_2);
            expectKeys(
                    CertificateFixture.on(at("2024-06-11T00:00:00"))
                            .given(Lives.renewedAndInUse())
                            .when(BY_INSTITUTION),
                    KEY_2);
        }

        @Test
        void aGenerationThatWasRetiredIsListedAlready() {
            expectKeys(
                    CertificateFixture.on(at("2024-04-28T10:00:00"))
                            .given(Lives.with(Lives.renewedAndInUse(), Lives.retirement()))
                            .when(BY_INSTITUTION),
                    KEY_2);
        }

        @Test
        void aGenerationWhoseGraceIsOverButThatWasNotRetiredYetIsListed() {
            Object[] history =
                    Lives.with(Lives.inUse(), Lives.renewal(LocalDate.of(2024, 4, 26)), PREPARED_2, Lives.SIGNED_2);
            expectKeys(
                    CertificateFixture.on(at("2024-04-28T10:00:00"))
                            .given(history)
                            .when(BY_INSTITUTION),
                    KEY_1,
                    KEY_2);
        }

        private void expectKeys(ResultValidator<Certificate> result, RevokedKey... keys) {
            result.expectSuccessfulHandlerExecution()
                    .expectEventsMatching(predicate(events -> keysOf(events).equals(List.of(keys))));
        }

        private List<RevokedKey> keysOf(List<? super EventMessage<?>> events) {
            CertificateRevoked revoked = (CertificateRevoked) ((EventMessage<?>) events.get(1)).getPayload();
            return revoked.keys();
        }
    }

    @Nested
    class OnceRenewed {

        @Test
        void theTerminalMayComeWithEitherGeneration() {
            for (String serial : List.of(SERIAL_1, SERIAL_2)) {
                CertificateFixture.on(Lives.RENEWAL_MORNING)
                        .given(Lives.renewedAndInUse())
                        .when(byTerminal(serial))
                        .expectSuccessfulHandlerExecution();
            }
        }

        @Test
        void theTerminalMayNotComeWithARetiredGeneration() {
            expectRefusal(
                    CertificateFixture.on(at("2024-04-28T10:00:00"))
                            .given(Lives.with(Lives.renewedAndInUse(), Lives.retirement()))
                            .when(byTerminal(SERIAL_1)),
                    ErrorCode.NOT_YOUR_CERTIFICATE);
        }

        @Test
        void theTerminalMayNotComeWithALapsedGeneration() {
            expectRefusal(
                    CertificateFixture.on(at("2024-06-11T00:00:00"))
                            .given(Lives.renewedAndInUse())
                            .when(byTerminal(SERIAL_1)),
                    ErrorCode.NOT_YOUR_CERTIFICATE);
        }
    }
}
