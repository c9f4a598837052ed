package jp.shomei.command.certificate;

import static jp.shomei.command.certificate.Applications.REQUEST;
import static jp.shomei.command.certificate.Applications.at;
import static jp.shomei.command.certificate.CertificateFixture.ONE_OFFICER;
import static jp.shomei.command.certificate.CertificateFixture.TWO_OFFICERS;
import static jp.shomei.command.certificate.CertificateFixture.actor;
import static jp.shomei.command.certificate.CertificateFixture.by;
import static jp.shomei.command.certificate.CertificateFixture.expectBadFields;
import static jp.shomei.command.certificate.CertificateFixture.expectRefusal;
import static jp.shomei.command.certificate.Lives.KEY_1;
import static jp.shomei.command.certificate.Lives.SPRING_2022;
import static jp.shomei.command.certificate.Lives.requested;
import static jp.shomei.command.certificate.Lives.requestedByOfficer;
import static jp.shomei.command.certificate.Lives.revocation;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.certificate.ApproveRevocation;
import jp.shomei.contracts.certificate.CertificateIssued.Approval;
import jp.shomei.contracts.certificate.CertificateRevoked;
import jp.shomei.contracts.certificate.DeclineRevocation;
import jp.shomei.contracts.certificate.RequestRevocation;
import jp.shomei.contracts.certificate.RevocationDeclined;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DecideRevocationTest {

    private static final ApproveRevocation APPROVE = new ApproveRevocation(REQUEST);
    private static final DeclineRevocation DECLINE = new DeclineRevocation(REQUEST, "本人の申請ではありませんでした");
    private static final RevocationDeclined DECLINED =
            new RevocationDeclined(REQUEST, "本人の申請ではありませんでした", LocalDate.of(2022, 4, 1));
    private static final CertificateRevoked REVOKED =
            revocation(RevocationReason.KEY_COMPROMISE, RevocationRequester.OFFICER, Approval.BY_OFFICER, KEY_1);

    private static TestExecutor<Certificate> pending(FourEyesPolicy fourEyes) {
        return CertificateFixture.on(SPRING_2022, fourEyes)
                .given(Lives.with(Lives.inUse(), by("officer-a", requestedByOfficer())));
    }

    @Nested
    class WhileOneWaits {

        @Test
        void anOfficerApproves() {
            pending(ONE_OFFICER)
                    .when(APPROVE, actor("officer-b"))
                    .expectEvents(REVOKED)
                    .expectResultMessagePayload(new Recorded(Recorded.Kind.CERTIFICATE, REQUEST, 6));
        }

        @Test
        void theOneWhoFiledItMayApproveWhereOneOfficerIsEnough() {
            pending(ONE_OFFICER).when(APPROVE, actor("officer-a")).expectEvents(REVOKED);
        }

        @Test
        void anotherOfficerApprovesWhereTwoAreNeeded() {
            pending(TWO_OFFICERS).when(APPROVE, actor("officer-b")).expectEvents(REVOKED);
        }

        @Test
        void theOneWhoFiledItDoesNotApproveWhereTwoAreNeeded() {
            expectRefusal(pending(TWO_OFFICERS).when(APPROVE, actor("officer-a")), ErrorCode.SECOND_OFFICER_NEEDED);
        }

        @Test
        void nobodyApprovesUnnamedWhereTwoAreNeeded() {
            expectRefusal(pending(TWO_OFFICERS).when(APPROVE), ErrorCode.SECOND_OFFICER_NEEDED);
        }

        @Test
        void theAuthoritysOwnIsApprovedByAnotherWhereTwoAreNeeded() {
            CertificateFixture.on(SPRING_2022, TWO_OFFICERS)
                    .given(Lives.with(
                            Lives.inUse(),
                            by("officer-a", requested(RevocationReason.SUPERSEDED, RevocationRequester.OFFICER))))
                    .when(APPROVE, actor("officer-b"))
                    .expectEvents(revocation(
                            RevocationReason.SUPERSEDED, RevocationRequester.OFFICER, Approval.BY_OFFICER, KEY_1));
        }

        @Test
        void anOfficerDeclinesAndSaysWhy() {
            pending(TWO_OFFICERS).when(DECLINE, actor("officer-a")).expectEvents(DECLINED);
            expectBadFields(
                    pending(ONE_OFFICER).when(new DeclineRevocation(REQUEST, " ")),
                    FieldError.of("reason", FieldRule.REQUIRED));
        }

        @Test
        void nothingIsApprovedOnceTheLastDayIsOver() {
            expectRefusal(
                    CertificateFixture.on(at("2024-06-11T00:00:00"))
                            .given(Lives.pending())
                            .when(APPROVE),
                    ErrorCode.REVOCATION_NOT_PENDING);
        }
    }

    @Nested
    class WhileNoneWaits {

        @Test
        void nothingIsDecided() {
            for (Object[] history : List.of(
                    Lives.waiting(),
                    Lives.inUse(),
                    Lives.with(Lives.pending(), DECLINED),
                    Lives.with(Lives.pending(), REVOKED),
                    Lives.revoked(),
                    Lives.expired())) {
                for (Object command : List.of(APPROVE, DECLINE)) {
                    expectRefusal(
                            CertificateFixture.on(SPRING_2022).given(history).when(command),
                            ErrorCode.REVOCATION_NOT_PENDING);
                }
            }
        }

        @Test
        void afterADeclinedOneAnotherMayBeFiled() {
            CertificateFixture.on(SPRING_2022)
                    .given(Lives.with(Lives.pending(), DECLINED))
                    .when(new RequestRevocation(
                            REQUEST,
                            "keyCompromise",
                            RevocationRequester.OFFICER,
                            null,
                            Lives.CALLER.name(),
                            Lives.CALLER.phone(),
                            Lives.IDENTIFIED))
                    .expectEvents(requestedByOfficer());
        }
    }
}
