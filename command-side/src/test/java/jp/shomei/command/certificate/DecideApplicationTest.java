package jp.shomei.command.certificate;

import static jp.shomei.command.certificate.Applications.CLINIC;
import static jp.shomei.command.certificate.Applications.MORNING;
import static jp.shomei.command.certificate.Applications.REQUEST;
import static jp.shomei.command.certificate.Applications.application;
import static jp.shomei.command.certificate.Applications.applied;
import static jp.shomei.command.certificate.Applications.filed;
import static jp.shomei.command.certificate.Applications.issued;
import static jp.shomei.command.certificate.Applications.referred;
import static jp.shomei.command.certificate.CertificateFixture.expectRefusal;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.shomei.command.institution.CheckDigitMode;
import jp.shomei.contracts.certificate.ApplicationReview;
import jp.shomei.contracts.certificate.ApproveApplication;
import jp.shomei.contracts.certificate.CancelApplication;
import jp.shomei.contracts.certificate.CertificateCancelled;
import jp.shomei.contracts.certificate.CertificateIssued.Approval;
import jp.shomei.contracts.certificate.CertificateRejected;
import jp.shomei.contracts.certificate.RejectApplication;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DecideApplicationTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 3, 10);
    private static final CertificateRejected REJECTED = new CertificateRejected(REQUEST, "名称が届出と異なります。", TODAY);
    private static final CertificateCancelled CANCELLED = new CertificateCancelled(REQUEST, TODAY);

    @Nested
    class WhileWaiting {

        private final TestExecutor<Certificate> waiting =
                CertificateFixture.on(MORNING).given(applied(), referred());

        @Test
        void anOfficerApproves() {
            waiting.when(new ApproveApplication(REQUEST, null))
                    .expectEvents(issued(Approval.BY_OFFICER))
                    .expectResultMessagePayload(new Recorded(Recorded.Kind.CERTIFICATE, REQUEST, 2));
        }

        @Test
        void anOfficerRejectsWithAReason() {
            waiting.when(new RejectApplication(REQUEST, "名称が届出と異なります。", null)).expectEvents(REJECTED);
        }

        @Test
        void aRejectionNeedsAReason() {
            waiting.when(new RejectApplication(REQUEST, " ", null))
                    .expectNoEvents()
                    .expectExceptionDetails(Refusal.of(List.of(FieldError.of("reason", FieldRule.REQUIRED))));
        }

        @Test
        void aDecisionBoundToWhatHoldsIsTaken() {
            waiting.when(new ApproveApplication(REQUEST, shown(filed()))).expectEvents(issued(Approval.BY_OFFICER));
        }

        @Test
        void aRejectionBoundToWhatHoldsIsTaken() {
            waiting.when(new RejectApplication(REQUEST, "名称が届出と異なります。", shown(filed())))
                    .expectEvents(REJECTED);
        }

        @Test
        void aDecisionBoundToARegistrationThatChangedMeanwhileIsRefused() {
            String shown = shown(filed("別の医院", PaymentMethod.DEDUCTION));
            expectRefusal(waiting.when(new ApproveApplication(REQUEST, shown)), ErrorCode.REVIEW_OUTDATED);
            expectRefusal(
                    waiting.when(new RejectApplication(REQUEST, "名称が届出と異なります。", shown)), ErrorCode.REVIEW_OUTDATED);
        }

        @Test
        void aDecisionBoundToOtherFindingsIsRefused() {
            String shown = new ApplicationReview(application(), List.of(), filed()).digest();
            expectRefusal(waiting.when(new ApproveApplication(REQUEST, shown)), ErrorCode.REVIEW_OUTDATED);
        }

        @Test
        void aDecisionBoundToNothingReadableIsRefused() {
            expectRefusal(waiting.when(new ApproveApplication(REQUEST, "")), ErrorCode.REVIEW_OUTDATED);
        }

        @Test
        void theApplicantTakesItBack() {
            waiting.when(new CancelApplication(REQUEST)).expectEvents(CANCELLED);
        }
    }

    @Nested
    class WhileNothingIsOnFileAnyMore {

        private final TestExecutor<Certificate> waiting =
                CertificateFixture.on(MORNING, null, CheckDigitMode.WARN).given(applied(), referred());

        @Test
        void nothingIsApproved() {
            expectRefusal(
                    waiting.when(new ApproveApplication(REQUEST, shown(null))),
                    ErrorCode.INSTITUTION_NOT_REGISTERED,
                    CLINIC.value());
        }

        @Test
        void anOfficerRejectsWhatWasShown() {
            waiting.when(new RejectApplication(REQUEST, "名称が届出と異なります。", shown(null)))
                    .expectEvents(REJECTED);
        }
    }

    private static String shown(@Nullable Registration filed) {
        return new ApplicationReview(application(), referred().findings(), filed).digest();
    }

    @ParameterizedTest
    @MethodSource("decided")
    void nothingIsDecidedTwice(Object decision, String label) {
        for (Object command : List.of(
                new ApproveApplication(REQUEST, null),
                new RejectApplication(REQUEST, "重複", null),
                new CancelApplication(REQUEST))) {
            expectRefusal(
                    CertificateFixture.on(MORNING)
                            .given(applied(), referred(), decision)
                            .when(command),
                    ErrorCode.NOT_WAITING_APPROVAL,
                    label);
        }
    }

    static Stream<Arguments> decided() {
        return Stream.of(
                Arguments.of(issued(Approval.BY_OFFICER), "発行済み"),
                Arguments.of(REJECTED, "発行申請棄却"),
                Arguments.of(CANCELLED, "発行申請棄却"));
    }
}
