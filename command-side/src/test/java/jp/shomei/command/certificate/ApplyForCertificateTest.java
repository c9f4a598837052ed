package jp.shomei.command.certificate;

import static jp.shomei.command.certificate.Applications.CLINIC;
import static jp.shomei.command.certificate.Applications.MORNING;
import static jp.shomei.command.certificate.Applications.NAME;
import static jp.shomei.command.certificate.Applications.REQUEST;
import static jp.shomei.command.certificate.Applications.applied;
import static jp.shomei.command.certificate.Applications.filed;
import static jp.shomei.command.certificate.Applications.form;
import static jp.shomei.command.certificate.Applications.issued;
import static jp.shomei.command.certificate.CertificateFixture.expectRefusal;
import static org.axonframework.test.matchers.Matchers.predicate;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.command.institution.CheckDigitMode;
import jp.shomei.contracts.certificate.ApplicationForm;
import jp.shomei.contracts.certificate.ApplicationOutcome;
import jp.shomei.contracts.certificate.ApplicationReferred;
import jp.shomei.contracts.certificate.ApplyForCertificate;
import jp.shomei.contracts.certificate.CertificateApplied;
import jp.shomei.contracts.certificate.CertificateIssued.Approval;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.Finding;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import org.junit.jupiter.api.Test;

class ApplyForCertificateTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 3, 10);

    @Test
    void isApprovedAtOnceWhenItAgreesWithTheRegistration() {
        CertificateFixture.on(MORNING)
                .givenNoPriorActivity()
                .when(new ApplyForCertificate(REQUEST, form()))
                .expectEvents(applied(), issued(Approval.BY_RULE))
                .expectResultMessagePayload(new ApplicationOutcome(
                        new Recorded(Recorded.Kind.CERTIFICATE, REQUEST, 1), CLINIC, CertificateStatus.ISSUED, 1_500));
    }

    @Test
    void agreesThoughWidthAndSpacesOfTheNameDiffer() {
        Registration filed = filed("証明クリニック　ABC", PaymentMethod.DEDUCTION);
        CertificateFixture.on(MORNING, filed, CheckDigitMode.WARN)
                .givenNoPriorActivity()
                .when(new ApplyForCertificate(REQUEST, form("証明ｸﾘﾆｯｸ ＡＢＣ", "1", "01")))
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayloadMatching(
                        predicate(result -> ((ApplicationOutcome) result).status() == CertificateStatus.ISSUED));
    }

    @Test
    void isReferredToAnOfficerWhenNameAndCategoryDiffer() {
        ApplicationForm form = form("よその医院", "4", "01");
        CertificateFixture.on(MORNING)
                .givenNoPriorActivity()
                .when(new ApplyForCertificate(REQUEST, form))
                .expectEvents(
                        new CertificateApplied(REQUEST, form.toApplication(), TODAY),
                        new ApplicationReferred(
                                REQUEST,
                                List.of(
                                        new Finding(Finding.Kind.NAME_DIFFERS, NAME, "よその医院"),
                                        new Finding(Finding.Kind.CATEGORY_DIFFERS, "1:保険医療機関（医科）", "4:請求事務代行者（医科）"))))
                .expectResultMessagePayload(new ApplicationOutcome(
                        new Recorded(Recorded.Kind.CERTIFICATE, REQUEST, 1),
                        CLINIC,
                        CertificateStatus.WAITING_APPROVAL,
                        1_500));
    }

    @Test
    void isRefusedWithoutARegisteredInstitution() {
        expectRefusal(
                CertificateFixture.on(MORNING, null, CheckDigitMode.WARN)
                        .givenNoPriorActivity()
                        .when(new ApplyForCertificate(REQUEST, form())),
                ErrorCode.INSTITUTION_NOT_REGISTERED,
                CLINIC.value());
    }

    @Test
    void isRefusedWithoutAPaymentMethodOnFile() {
        expectRefusal(
                CertificateFixture.on(MORNING, filed(NAME, null), CheckDigitMode.WARN)
                        .givenNoPriorActivity()
                        .when(new ApplyForCertificate(REQUEST, form())),
                ErrorCode.PAYMENT_METHOD_MISSING);
    }

    @Test
    void isRefusedWhenTheFeeIsNotAccepted() {
        ApplicationForm good = form();
        ApplicationForm form = new ApplicationForm(
                good.category(),
                good.prefecture(),
                good.scoreTable(),
                good.institutionCode(),
                null,
                good.institutionName(),
                good.contactName(),
                good.phone(),
                good.email(),
                good.terminalName(),
                false);
        CertificateFixture.on(MORNING)
                .givenNoPriorActivity()
                .when(new ApplyForCertificate(REQUEST, form))
                .expectNoEvents()
                .expectExceptionDetails(Refusal.of(List.of(FieldError.of("feeAccepted", FieldRule.FEE_NOT_ACCEPTED))));
    }

    @Test
    void goesToAnOfficerWhenTheCheckDigitIsWrongAndWarnedOf() {
        InstitutionCode wrong = InstitutionCode.of("0110100015");
        CertificateFixture.on(MORNING, filedAs(wrong), CheckDigitMode.WARN)
                .givenNoPriorActivity()
                .when(new ApplyForCertificate(REQUEST, formOf("0100015")))
                .expectEvents(
                        new CertificateApplied(REQUEST, formOf("0100015").toApplication(), TODAY),
                        new ApplicationReferred(
                                REQUEST,
                                List.of(new Finding(Finding.Kind.CHECK_DIGIT_WRONG, wrong.value(), wrong.value()))));
    }

    @Test
    void isRefusedWhenTheCheckDigitIsWrongAndTheAuthorityInsists() {
        CertificateFixture.on(MORNING, filedAs(InstitutionCode.of("0110100015")), CheckDigitMode.REJECT)
                .givenNoPriorActivity()
                .when(new ApplyForCertificate(REQUEST, formOf("0100015")))
                .expectNoEvents()
                .expectExceptionDetails(Refusal.of(List.of(FieldError.of("institutionCode", FieldRule.CHECK_DIGIT))));
    }

    @Test
    void isApprovedThoughTheCheckDigitIsWrongWhenItIsNotLookedAt() {
        CertificateFixture.on(MORNING, filedAs(InstitutionCode.of("0110100015")), CheckDigitMode.OFF)
                .givenNoPriorActivity()
                .when(new ApplyForCertificate(REQUEST, formOf("0100015")))
                .expectResultMessagePayloadMatching(
                        predicate(result -> ((ApplicationOutcome) result).status() == CertificateStatus.ISSUED));
    }

    private static Registration filedAs(InstitutionCode code) {
        Registration one = filed();
        return new Registration(
                code,
                one.name(),
                one.category(),
                one.prefecture(),
                one.scoreTable(),
                one.address(),
                one.founder(),
                one.paymentMethod());
    }

    private static ApplicationForm formOf(String code) {
        ApplicationForm good = form();
        return new ApplicationForm(
                good.category(),
                good.prefecture(),
                good.scoreTable(),
                code,
                null,
                good.institutionName(),
                good.contactName(),
                good.phone(),
                good.email(),
                good.terminalName(),
                true);
    }
}
