package jp.shomei.command.fee;

import static jp.shomei.command.certificate.Applications.CLINIC;
import static jp.shomei.command.fee.BillFixture.CHARGED_ON;
import static jp.shomei.command.fee.BillFixture.ID;
import static jp.shomei.command.fee.BillFixture.LICENCE;
import static jp.shomei.command.fee.BillFixture.POSTAGE;
import static jp.shomei.command.fee.BillFixture.charged;
import static jp.shomei.command.fee.BillFixture.filed;
import static jp.shomei.command.fee.BillFixture.given;
import static jp.shomei.command.fee.BillFixture.on;
import static jp.shomei.command.fee.BillFixture.open;
import static jp.shomei.command.fee.BillFixture.recorded;
import static jp.shomei.command.fee.BillFixture.refused;

import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeFee;
import jp.shomei.contracts.fee.FeeCharged;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.refusal.ErrorCode;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChargeFeeTest {

    private static ChargeFee charge(Charge charge) {
        return charge(charge, Category.MEDICAL_INSTITUTION);
    }

    private static ChargeFee charge(Charge charge, @Nullable Category category) {
        return new ChargeFee(ID, CLINIC, category, charge);
    }

    private static TestExecutor<Bill> openFor(@Nullable Registration filed) {
        return given(CHARGED_ON, true, filed, CollectionPolicy.USUAL);
    }

    @Nested
    class WhileTheMonthIsOpen {

        @Test
        void aBillBeginsWithItsFirstCharge() {
            open(CHARGED_ON)
                    .when(charge(LICENCE))
                    .expectEvents(charged(LICENCE))
                    .expectResultMessagePayload(recorded(0));
        }

        @Test
        void aFurtherChargeJoinsIt() {
            open(CHARGED_ON, charged(LICENCE))
                    .when(charge(POSTAGE))
                    .expectEvents(charged(POSTAGE))
                    .expectResultMessagePayload(recorded(1));
        }

        @Test
        void nothingIsChargedTwice() {
            open(CHARGED_ON, charged(LICENCE), charged(POSTAGE))
                    .when(charge(LICENCE))
                    .expectNoEvents()
                    .expectResultMessagePayload(recorded(1));
        }

        @Test
        void aReversalIsALineWithTheOppositeAmount() {
            Charge reversal = LICENCE.reversedOn(CHARGED_ON.plusDays(2));
            open(CHARGED_ON, charged(LICENCE)).when(charge(reversal)).expectEvents(charged(reversal));
        }
    }

    @Nested
    class AfterItsClosingHasBegun {

        @Test
        void whatIsThereIsFoundSoThatItIsNotChargedToAnotherMonth() {
            on(CHARGED_ON, charged(LICENCE))
                    .when(charge(LICENCE))
                    .expectNoEvents()
                    .expectResultMessagePayload(recorded(0));
        }

        @Test
        void whatIsNewIsRefused() {
            refused(on(CHARGED_ON, charged(LICENCE)), charge(POSTAGE), ErrorCode.LEDGER_CLOSED);
        }

        @Test
        void noBillBegins() {
            refused(on(CHARGED_ON), charge(LICENCE), ErrorCode.LEDGER_CLOSED);
        }

        @Test
        void whatIsBeingCollectedNeverGrows() {
            refused(open(CHARGED_ON, charged(LICENCE), BillFixture.FIRST), charge(POSTAGE), ErrorCode.LEDGER_CLOSED);
        }
    }

    @Nested
    class WhoPays {

        @Test
        void categoryAndPrefectureAreThoseOnFile() {
            openFor(filed(Category.PHARMACY, PaymentMethod.DEDUCTION))
                    .when(charge(LICENCE, Category.MEDICAL_INSTITUTION))
                    .expectEvents(new FeeCharged(
                            ID, CLINIC, Category.PHARMACY, Prefecture.HOKKAIDO, PaymentMethod.DEDUCTION, LICENCE));
        }

        @Test
        void postageNamesNoCategory() {
            openFor(filed(Category.MEDICAL_INSTITUTION, PaymentMethod.DEDUCTION))
                    .when(charge(POSTAGE, null))
                    .expectEvents(charged(POSTAGE));
        }

        @Test
        void whoMayPayBySlipOnlyIsExpectedToDoSo() {
            openFor(filed(Category.WORKPLACE_CLINIC, PaymentMethod.DEDUCTION))
                    .when(charge(LICENCE))
                    .expectEvents(new FeeCharged(
                            ID,
                            CLINIC,
                            Category.WORKPLACE_CLINIC,
                            Prefecture.HOKKAIDO,
                            PaymentMethod.PAYMENT_SLIP,
                            LICENCE));
        }

        @Test
        void withNothingOnFileTheCertificateTellsTheCategory() {
            openFor(null)
                    .when(charge(LICENCE))
                    .expectEvents(new FeeCharged(
                            ID, CLINIC, Category.MEDICAL_INSTITUTION, null, PaymentMethod.PAYMENT_SLIP, LICENCE));
        }

        @Test
        void whoIsUnknownAltogetherIsNotCharged() {
            refused(openFor(null), charge(POSTAGE, null), ErrorCode.INSTITUTION_NOT_REGISTERED, CLINIC.value());
        }
    }
}
