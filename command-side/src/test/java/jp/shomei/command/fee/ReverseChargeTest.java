package jp.shomei.command.fee;

import static jp.shomei.command.certificate.Applications.CLINIC;
import static jp.shomei.command.fee.BillFixture.CLOSED_ON;
import static jp.shomei.command.fee.BillFixture.ID;
import static jp.shomei.command.fee.BillFixture.LICENCE;
import static jp.shomei.command.fee.BillFixture.POSTAGE;
import static jp.shomei.command.fee.BillFixture.charged;
import static jp.shomei.command.fee.BillFixture.on;
import static jp.shomei.command.fee.BillFixture.open;
import static jp.shomei.command.fee.BillFixture.recorded;
import static jp.shomei.command.fee.BillFixture.refused;
import static jp.shomei.command.fee.BillFixture.with;

import java.util.List;
import java.util.stream.Stream;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeReversed;
import jp.shomei.contracts.fee.FeePaid;
import jp.shomei.contracts.fee.ReverseCharge;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReverseChargeTest {

    private static final String REASON = "二重に発行したため";
    private static final ReverseCharge REVERSE = new ReverseCharge(ID, LICENCE.chargeId(), REASON);
    private static final ChargeReversed REVERSED = reversed(LICENCE);

    private static ChargeReversed reversed(Charge charge) {
        return new ChargeReversed(ID, CLINIC, Category.MEDICAL_INSTITUTION, charge, REASON, CLOSED_ON);
    }

    static Stream<List<Object>> histories() {
        return Stream.of(
                        charged(),
                        BillFixture.toBeDeducted(),
                        BillFixture.failedTwice(),
                        BillFixture.issued(),
                        BillFixture.defaulted(),
                        with(BillFixture.issued(), new FeePaid(ID, BillFixture.AMOUNT, CLOSED_ON, BillFixture.PLACE)))
                .map(List::of);
    }

    @ParameterizedTest
    @MethodSource("histories")
    void isRecordedWithTheChargeHoweverFarTheBillIs(List<Object> history) {
        on(CLOSED_ON, history.toArray())
                .when(REVERSE)
                .expectEvents(REVERSED)
                .expectResultMessagePayload(recorded(history.size()));
    }

    @Test
    void isPossibleWhileTheMonthIsOpen() {
        open(CLOSED_ON, charged()).when(REVERSE).expectEvents(REVERSED);
    }

    @Test
    void happensOnce() {
        refused(on(CLOSED_ON, with(charged(), REVERSED)), REVERSE, ErrorCode.CHARGE_REVERSED);
    }

    @Test
    void oneChargeLeavesTheOthers() {
        on(CLOSED_ON, with(charged(), REVERSED))
                .when(new ReverseCharge(ID, POSTAGE.chargeId(), REASON))
                .expectEvents(reversed(POSTAGE));
    }

    @Test
    void aReversalIsFinal() {
        Charge reversal = LICENCE.reversedOn(CLOSED_ON);
        refused(
                on(CLOSED_ON, with(charged(), charged(reversal))),
                new ReverseCharge(ID, reversal.chargeId(), REASON),
                ErrorCode.REVERSAL_IS_FINAL);
    }

    @Test
    void aChargeOfAnotherBillIsNotFound() {
        refused(
                on(CLOSED_ON, charged()),
                new ReverseCharge(ID, "L-202404100000077", REASON),
                ErrorCode.CHARGE_NOT_FOUND);
    }

    @Test
    void needsAReason() {
        on(CLOSED_ON, charged())
                .when(new ReverseCharge(ID, LICENCE.chargeId(), null))
                .expectNoEvents()
                .expectExceptionDetails(Refusal.of(List.of(FieldError.of("reason", FieldRule.REQUIRED))));
        on(CLOSED_ON, charged())
                .when(new ReverseCharge(ID, LICENCE.chargeId(), "あ".repeat(401)))
                .expectNoEvents()
                .expectExceptionDetails(Refusal.of(List.of(FieldError.of("reason", FieldRule.TOO_LONG, "400"))));
    }
}
