package jp.shomei.command.certificate;

import static jp.shomei.command.certificate.Applications.MORNING;
import static jp.shomei.command.certificate.Applications.REQUEST;
import static jp.shomei.command.certificate.Applications.applied;
import static jp.shomei.command.certificate.Applications.form;
import static jp.shomei.command.certificate.Applications.issued;
import static jp.shomei.command.certificate.Applications.referred;
import static jp.shomei.command.certificate.CertificateFixture.TWO_OFFICERS;
import static jp.shomei.command.certificate.CertificateFixture.actor;
import static jp.shomei.command.certificate.CertificateFixture.by;
import static jp.shomei.command.certificate.CertificateFixture.expectRefusal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import jp.shomei.contracts.certificate.ApplicationEndorsed;
import jp.shomei.contracts.certificate.ApplyForCertificate;
import jp.shomei.contracts.certificate.ApproveApplication;
import jp.shomei.contracts.certificate.CancelApplication;
import jp.shomei.contracts.certificate.CertificateApplied;
import jp.shomei.contracts.certificate.CertificateCancelled;
import jp.shomei.contracts.certificate.CertificateIssued.Approval;
import jp.shomei.contracts.certificate.CertificateRejected;
import jp.shomei.contracts.certificate.RejectApplication;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FourEyesTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 3, 10);
    private static final ApplicationEndorsed ENDORSED = new ApplicationEndorsed(REQUEST, TODAY);
    private static final ApproveApplication APPROVE = new ApproveApplication(REQUEST, null);

    @Nested
    class WhileNobodyApproved {

        private final TestExecutor<Certificate> waiting =
                CertificateFixture.on(MORNING, TWO_OFFICERS).given(by("applicant", applied()), referred());

        @Test
        void theFirstApprovalEndorses() {
            waiting.when(APPROVE, actor("officer-a"))
                    .expectEvents(ENDORSED)
                    .expectResultMessagePayload(new Recorded(Recorded.Kind.CERTIFICATE, REQUEST, 2));
        }

        @Test
        void theApplicantDoesNotApprove() {
            expectRefusal(waiting.when(APPROVE, actor("applicant")), ErrorCode.SECOND_OFFICER_NEEDED);
        }

        @Test
        void nobodyApprovesUnnamed() {
            expectRefusal(waiting.when(APPROVE), ErrorCode.SECOND_OFFICER_NEEDED);
        }
    }

    @Nested
    class OnceEndorsed {

        private final TestExecutor<Certificate> endorsed = CertificateFixture.on(MORNING, TWO_OFFICERS)
                .given(by("applicant", applied()), referred(), by("officer-a", ENDORSED));

        @Test
        void anotherOfficersApprovalIssues() {
            endorsed.when(APPROVE, actor("officer-b")).expectEvents(issued(Approval.BY_OFFICER));
        }

        @Test
        void theSameOfficerDoesNotApproveTwice() {
            expectRefusal(endorsed.when(APPROVE, actor("officer-a")), ErrorCode.SECOND_OFFICER_NEEDED);
        }

        @Test
        void theApplicantDoesNotApprove() {
            expectRefusal(endorsed.when(APPROVE, actor("applicant")), ErrorCode.SECOND_OFFICER_NEEDED);
        }

        @Test
        void nobodyApprovesUnnamed() {
            expectRefusal(endorsed.when(APPROVE), ErrorCode.SECOND_OFFICER_NEEDED);
        }

        @Test
        void oneOfficerIsEnoughToReject() {
            endorsed.when(new RejectApplication(REQUEST, "名称が届出と異なります。", null), actor("officer-a"))
                    .expectEvents(new CertificateRejected(REQUEST, "名称が届出と異なります。", TODAY));
        }

        @Test
        void theApplicantMayStillTakeItBack() {
            endorsed.when(new CancelApplication(REQUEST), actor("applicant"))
                    .expectEvents(new CertificateCancelled(REQUEST, TODAY));
        }
    }

    @Test
    void anApprovalByRuleNeedsNobody() {
        CertificateFixture.on(MORNING, TWO_OFFICERS)
                .givenNoPriorActivity()
                .when(new ApplyForCertificate(REQUEST, form()), Map.of(Metadata.ACTOR, "applicant"))
                .expectEvents(applied(), issued(Approval.BY_RULE));
    }

    @Test
    void aCategoryOfOneOfficerIsNotConcerned() {
        CertificateFixture.on(MORNING, new FourEyesPolicy(Set.of(Category.INSURER)))
                .given(by("applicant", applied()), referred())
                .when(APPROVE, actor("officer-a"))
                .expectEvents(issued(Approval.BY_OFFICER));
    }

    @Test
    void theCategoryOnFileCountsAsWellAsTheOneTyped() {
        CertificateFixture.on(MORNING, TWO_OFFICERS)
                .given(
                        by(
                                "applicant",
                                new CertificateApplied(
                                        REQUEST,
                                        form(Applications.NAME, "4", "01").toApplication(),
                                        TODAY)),
                        referred())
                .when(APPROVE, actor("officer-a"))
                .expectEvents(ENDORSED);
    }
}
