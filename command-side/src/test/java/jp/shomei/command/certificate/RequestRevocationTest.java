package jp.shomei.command.certificate;

import static jp.shomei.command.certificate.Applications.REQUEST;
import static jp.shomei.command.certificate.Applications.at;
import static jp.shomei.command.certificate.CertificateFixture.TWO_OFFICERS;
import static jp.shomei.command.certificate.CertificateFixture.expectBadFields;
import static jp.shomei.command.certificate.CertificateFixture.expectRefusal;
import static jp.shomei.command.certificate.Lives.CALLER;
import static jp.shomei.command.certificate.Lives.IDENTIFIED;
import static jp.shomei.command.certificate.Lives.KEY_1;
import static jp.shomei.command.certificate.Lives.SERIAL_1;
import static jp.shomei.command.certificate.Lives.SERIAL_2;
import static jp.shomei.command.certificate.Lives.SPRING_2022;
import static jp.shomei.command.certificate.Lives.requested;
import static jp.shomei.command.certificate.Lives.requestedByOfficer;
import static jp.shomei.command.certificate.Lives.revocation;

import jp.shomei.contracts.certificate.CertificateIssued.Approval;
import jp.shomei.contracts.certificate.RequestRevocation;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRevocationTest {

    private static final RequestRevocation BY_INSTITUTION = plain("keyCompromise", RevocationRequester.INSTITUTION);
    private static final RequestRevocation BY_AUTHORITY = plain("privilegeWithdrawn", RevocationRequester.OFFICER);
    private static final RequestRevocation FOR_CALLER = new RequestRevocation(
            REQUEST, "keyCompromise", RevocationRequester.OFFICER, null, CALLER.name(), CALLER.phone(), IDENTIFIED);

    private static TestExecutor<Certificate> given(Object... history) {
        return CertificateFixture.on(SPRING_2022).given(history);
    }

    private static RequestRevocation plain(String reason, RevocationRequester requester) {
        return new RequestRevocation(REQUEST, reason, requester, null, null, null, null);
    }

    private static RequestRevocation byTerminal(String serial) {
        return new RequestRevocation(REQUEST, "superseded", RevocationRequester.TERMINAL, serial, null, null, null);
    }

    @Nested
    class OnceIssued {

        @Test
        void theInstitutionsIsCarriedOutAtOnce() {
            given(Lives.inUse())
                    .when(BY_INSTITUTION)
                    .expectEvents(
                            requested(RevocationReason.KEY_COMPROMISE, RevocationRequester.INSTITUTION),
                            revocation(RevocationReason.KEY_COMPROMISE, RevocationRequester.INSTITUTION))
                    .expectResultMessagePayload(new Recorded(Recorded.Kind.CERTIFICATE, REQUEST, 6));
        }

        @Test
        void theTerminalsIsCarriedOutAtOnce() {
            given(Lives.inUse())
                    .when(byTerminal(SERIAL_1))
                    .expectEvents(
                            requested(RevocationReason.SUPERSEDED, RevocationRequester.TERMINAL),
                            revocation(RevocationReason.SUPERSEDED, RevocationRequester.TERMINAL));
        }

        @Test
        void theSystemsIsCarriedOutAtOnce() {
            given(Lives.inUse())
                    .when(plain("cessationOfOperation", RevocationRequester.SYSTEM))
                    .expectEvents(
                            requested(RevocationReason.CESSATION_OF_OPERATION, RevocationRequester.SYSTEM),
                            revocation(RevocationReason.CESSATION_OF_OPERATION, RevocationRequester.SYSTEM));
        }

        @Test
        void anOfficersForTheAuthorityIsCarriedOutAtOnce() {
            given(Lives.inUse())
                    .when(BY_AUTHORITY)
                    .expectEvents(
                            requested(RevocationReason.PRIVILEGE_WITHDRAWN, RevocationRequester.OFFICER),
                            revocation(
                                    RevocationReason.PRIVILEGE_WITHDRAWN,
                                    RevocationRequester.OFFICER,
                                    Approval.BY_OFFICER,
                                    KEY_1));
        }

        @Test
        void anOfficersForTheAuthorityWaitsWhereTwoOfficersAreNeeded() {
            CertificateFixture.on(SPRING_2022, TWO_OFFICERS)
                    .given(Lives.inUse())
                    .when(BY_AUTHORITY)
                    .expectEvents(requested(RevocationReason.PRIVILEGE_WITHDRAWN, RevocationRequester.OFFICER));
        }

        @Test
        void theInstitutionsWaitsForNobodyWhereTwoOfficersAreNeeded() {
            CertificateFixture.on(SPRING_2022, TWO_OFFICERS)
                    .given(Lives.inUse())
                    .when(BY_INSTITUTION)
                    .expectEvents(
                            requested(RevocationReason.KEY_COMPROMISE, RevocationRequester.INSTITUTION),
                            revocation(RevocationReason.KEY_COMPROMISE, RevocationRequester.INSTITUTION));
        }

        @Test
        void anOfficersForSomebodyElseWaits() {
            given(Lives.inUse()).when(FOR_CALLER).expectEvents(requestedByOfficer());
        }

        @ParameterizedTest
        @ValueSource(strings = {"0a1c", SERIAL_2, ""})
        void aTerminalWithAnotherCertificateIsRefused(String serial) {
            expectRefusal(given(Lives.inUse()).when(byTerminal(serial)), ErrorCode.NOT_YOUR_CERTIFICATE);
        }

        @Test
        void aTerminalWithoutACertificateIsRefused() {
            expectRefusal(
                    given(Lives.inUse()).when(plain("superseded", RevocationRequester.TERMINAL)),
                    ErrorCode.NOT_YOUR_CERTIFICATE);
        }
    }

    @Nested
    class TheForm {

        @Test
        void needsAReason() {
            expectBadFields(
                    given(Lives.inUse())
                            .when(new RequestRevocation(
                                    REQUEST, null, RevocationRequester.INSTITUTION, null, null, null, null)),
                    FieldError.of("reason", FieldRule.REQUIRED));
        }

        @ParameterizedTest
        @EnumSource(
                value = RevocationRequester.class,
                names = {"INSTITUTION", "TERMINAL"})
        void leavesTheAuthoritysReasonToTheAuthority(RevocationRequester requester) {
            expectBadFields(
                    given(Lives.inUse())
                            .when(new RequestRevocation(
                                    REQUEST, "privilegeWithdrawn", requester, SERIAL_1, null, null, null)),
                    FieldError.of(
                            "reason",
                            FieldRule.CHOICE,
                            "unspecified, keyCompromise, affiliationChanged, superseded, cessationOfOperation"));
        }

        @Test
        void knowsNoHold() {
            expectBadFields(
                    given(Lives.inUse()).when(plain("certificateHold", RevocationRequester.OFFICER)),
                    FieldError.of("reason", FieldRule.CHOICE, RevocationReason.namesFor(RevocationRequester.OFFICER)));
        }

        @Test
        void tellsEverythingOrNothingOfSomebodyElse() {
            expectBadFields(
                    given(Lives.inUse()).when(officersFor("院長", null, null)),
                    FieldError.of("askedByPhone", FieldRule.REQUIRED),
                    FieldError.of("identifiedBy", FieldRule.REQUIRED));
            expectBadFields(
                    given(Lives.inUse()).when(officersFor(null, "0112345679", IDENTIFIED)),
                    FieldError.of("askedBy", FieldRule.REQUIRED));
            expectBadFields(
                    given(Lives.inUse()).when(officersFor("院長", "011", IDENTIFIED)),
                    FieldError.of("askedByPhone", FieldRule.PHONE));
        }

        private RequestRevocation officersFor(String askedBy, String phone, String identifiedBy) {
            return new RequestRevocation(
                    REQUEST, "keyCompromise", RevocationRequester.OFFICER, null, askedBy, phone, identifiedBy);
        }
    }

    @Nested
    class WhileAnotherWaits {

        @Test
        void anOfficersIsRefused() {
            expectRefusal(given(Lives.pending()).when(FOR_CALLER), ErrorCode.REVOCATION_PENDING);
            expectRefusal(given(Lives.pending()).when(BY_AUTHORITY), ErrorCode.REVOCATION_PENDING);
        }

        @Test
        void theInstitutionsOverridesIt() {
            given(Lives.pending())
                    .when(BY_INSTITUTION)
                    .expectEvents(
                            requested(RevocationReason.KEY_COMPROMISE, RevocationRequester.INSTITUTION),
                            revocation(RevocationReason.KEY_COMPROMISE, RevocationRequester.INSTITUTION));
        }

        @Test
        void theTerminalsOverridesIt() {
            given(Lives.pending())
                    .when(byTerminal(SERIAL_1))
                    .expectEvents(
                            requested(RevocationReason.SUPERSEDED, RevocationRequester.TERMINAL),
                            revocation(RevocationReason.SUPERSEDED, RevocationRequester.TERMINAL));
        }
    }

    @Nested
    class OnceOver {

        @Test
        void nothingIsRevokedTwice() {
            expectRefusal(given(Lives.revoked()).when(BY_INSTITUTION), ErrorCode.ALREADY_REVOKED);
            expectRefusal(given(Lives.revoked()).when(byTerminal(SERIAL_1)), ErrorCode.ALREADY_REVOKED);
        }

        @Test
        void whatHasExpiredIsNotRevoked() {
            expectRefusal(given(Lives.expired()).when(BY_INSTITUTION), ErrorCode.CERTIFICATE_EXPIRED);
        }

        @Test
        void whatHasExpiredIsNotRevokedBeforeThatIsOnRecord() {
            expectRefusal(
                    CertificateFixture.on(at("2024-06-11T00:00:00"))
                            .given(Lives.inUse())
                            .when(BY_INSTITUTION),
                    ErrorCode.CERTIFICATE_EXPIRED);
        }

        @Test
        void aStrangerIsToldNothing() {
            expectRefusal(given(Lives.revoked()).when(byTerminal("0f")), ErrorCode.NOT_YOUR_CERTIFICATE);
            expectRefusal(given(Lives.waiting()).when(byTerminal("0f")), ErrorCode.NOT_YOUR_CERTIFICATE);
        }
    }
}
