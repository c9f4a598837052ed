package jp.shomei.command.institution;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.command.certificate.Applications;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionChanged;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.InstitutionRegistered;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.PaymentMethodChosen;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.contracts.institution.RegisterInstitution;
import jp.shomei.contracts.institution.RegistrationForm;
import jp.shomei.contracts.institution.RegistrationOutcome;
import jp.shomei.contracts.institution.RegistrationOutcome.Change;
import jp.shomei.contracts.institution.ScoreTable;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RegisterInstitutionTest {

    private static final String CODE = "0110214822";
    private static final InstitutionCode CLINIC = InstitutionCode.of(CODE);
    private static final PaymentMethodChosen DEDUCTION =
            new PaymentMethodChosen(CLINIC, PaymentMethod.DEDUCTION, LocalDate.of(2021, 3, 10));

    @Nested
    class AtFirst {

        @Test
        void itIsRegisteredWithItsPaymentMethod() {
            fixture(CheckDigitMode.WARN)
                    .givenNoPriorActivity()
                    .when(register(CODE, "証明クリニック", "DEDUCTION"))
                    .expectEvents(registered("証明クリニック"), DEDUCTION)
                    .expectResultMessagePayload(outcome(1, Change.REGISTERED));
        }

        @Test
        void itMayHaveNoPaymentMethodYet() {
            fixture(CheckDigitMode.WARN)
                    .givenNoPriorActivity()
                    .when(register(CODE, "証明クリニック", null))
                    .expectEvents(registered("証明クリニック"));
        }

        @Test
        void aWrongCheckDigitIsToldButAccepted() {
            fixture(CheckDigitMode.WARN)
                    .givenNoPriorActivity()
                    .when(register("0110100015", "証明クリニック", null))
                    .expectResultMessagePayload(new RegistrationOutcome(
                            new Recorded(Recorded.Kind.INSTITUTION, "0110100015", 0), Change.REGISTERED, false));
        }

        @Test
        void aWrongCheckDigitIsRefusedWhereTheAuthorityInsists() {
            fixture(CheckDigitMode.REJECT)
                    .givenNoPriorActivity()
                    .when(register("0110100015", "証明クリニック", null))
                    .expectNoEvents()
                    .expectExceptionDetails(Refusal.of(List.of(FieldError.of("code", FieldRule.CHECK_DIGIT))));
        }
    }

    @Nested
    class OnceRegistered {

        @Test
        void filingTheSameAgainChangesNothing() {
            fixture(CheckDigitMode.WARN)
                    .given(registered("証明クリニック"), DEDUCTION)
                    .when(register(CODE, "証明クリニック", "DEDUCTION"))
                    .expectNoEvents()
                    .expectResultMessagePayload(outcome(1, Change.UNCHANGED));
        }

        @Test
        void aNewNameReplacesTheOld() {
            fixture(CheckDigitMode.WARN)
                    .given(registered("証明クリニック"), DEDUCTION)
                    .when(register(CODE, "証明病院", "DEDUCTION"))
                    .expectEvents(changed("証明病院"))
                    .expectResultMessagePayload(outcome(2, Change.CHANGED));
        }

        @Test
        void theNewestChoiceOfPaymentCounts() {
            fixture(CheckDigitMode.WARN)
                    .given(registered("証明クリニック"), DEDUCTION)
                    .when(register(CODE, "証明クリニック", "PAYMENT_SLIP"))
                    .expectEvents(
                            new PaymentMethodChosen(CLINIC, PaymentMethod.PAYMENT_SLIP, LocalDate.of(2021, 3, 10)));
        }

        @Test
        void aFilingWithoutAPaymentMethodLeavesTheChoiceAlone() {
            fixture(CheckDigitMode.WARN)
                    .given(registered("証明クリニック"), DEDUCTION)
                    .when(register(CODE, "証明クリニック", null))
                    .expectNoEvents();
        }
    }

    private static FixtureConfiguration<Institution> fixture(CheckDigitMode mode) {
        return new AggregateTestFixture<>(Institution.class)
                .registerInjectableResource(new CodePolicy(mode))
                .registerInjectableResource(Applications.clockAt(Applications.MORNING));
    }

    private static RegistrationOutcome outcome(long sequence, Change change) {
        return new RegistrationOutcome(new Recorded(Recorded.Kind.INSTITUTION, CODE, sequence), change, true);
    }

    static RegisterInstitution register(String code, String name, String paymentMethod) {
        return new RegisterInstitution(
                code,
                new RegistrationForm(
                        name, "1", "01", "1", "060-0001", "北海道札幌市中央区北一条西1-1", "証明 太郎", "0112345678", paymentMethod));
    }

    private static InstitutionRegistered registered(String name) {
        return new InstitutionRegistered(
                CLINIC,
                name,
                Category.MEDICAL_INSTITUTION,
                Prefecture.HOKKAIDO,
                ScoreTable.MEDICAL,
                new PostalAddress("0600001", "北海道札幌市中央区北一条西1-1", name),
                new Contact("証明 太郎", "0112345678", null));
    }

    private static InstitutionChanged changed(String name) {
        InstitutionRegistered one = registered(name);
        return new InstitutionChanged(
                one.code(),
                one.name(),
                one.category(),
                one.prefecture(),
                one.scoreTable(),
                one.address(),
                one.founder());
    }
}
