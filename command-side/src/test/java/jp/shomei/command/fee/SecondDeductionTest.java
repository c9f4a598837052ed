package jp.shomei.command.fee;

import static jp.shomei.command.fee.BillFixture.AMOUNT;
import static jp.shomei.command.fee.BillFixture.ID;
import static jp.shomei.command.fee.BillFixture.SECOND;
import static jp.shomei.command.fee.BillFixture.charged;
import static jp.shomei.command.fee.BillFixture.on;
import static jp.shomei.command.fee.BillFixture.recorded;
import static jp.shomei.command.fee.BillFixture.with;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.shomei.contracts.fee.CollectFee;
import jp.shomei.contracts.fee.DeductionInstructed;
import org.junit.jupiter.api.Test;

class SecondDeductionTest {

    private static final CollectFee COLLECT = new CollectFee(ID);

    @Test
    void nothingIsDueInTheSameMonth() {
        nothing(LocalDate.of(2024, 6, 30), BillFixture.failedOnce());
    }

    @Test
    void theSecondIsInstructedOnTheFirstOfTheNextMonth() {
        on(LocalDate.of(2024, 7, 1), BillFixture.failedOnce())
                .when(COLLECT)
                .expectEvents(SECOND)
                .expectResultMessagePayload(recorded(4));
    }

    @Test
    void itIsInstructedOnce() {
        nothing(LocalDate.of(2024, 7, 1), BillFixture.toBeDeductedAgain());
        nothing(LocalDate.of(2024, 9, 1), BillFixture.toBeDeductedAgain());
    }

    @Test
    void afterAStandstillItIsDeductedFromAPaymentThatIsStillToCome() {
        LocalDate late = LocalDate.of(2024, 9, 12);
        on(late, BillFixture.failedOnce())
                .when(COLLECT)
                .expectEvents(new DeductionInstructed(ID, 2, YearMonth.of(2024, 9), AMOUNT, late));
    }

    @Test
    void whatWasFirstDeductedLateIsDeductedAgainInTheMonthAfterThat() {
        Object[] late = with(
                charged(),
                new DeductionInstructed(ID, 1, YearMonth.of(2024, 12), AMOUNT, LocalDate.of(2024, 12, 3)),
                BillFixture.FIRST_FAILED);
        nothing(LocalDate.of(2024, 12, 31), late);
        LocalDate due = LocalDate.of(2025, 1, 1);
        on(due, late).when(COLLECT).expectEvents(new DeductionInstructed(ID, 2, YearMonth.of(2025, 1), AMOUNT, due));
    }

    private static void nothing(LocalDate today, Object... history) {
        on(today, history)
                .when(COLLECT)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents()
                .expectResultMessagePayload(recorded(history.length - 1L));
    }
}
