package jp.shomei.command.fee;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectionPolicyTest {

    @ParameterizedTest
    @CsvSource({"1, 3, 1, 1", "28, 12, 365, 365", "10, 3, 30, 14"})
    void takesWhatAnAuthorityMaySensiblyWant(int slipDay, int fallbackSlipMonth, int paymentDays, int graceDays) {
        assertThatNoException()
                .isThrownBy(() -> new CollectionPolicy(slipDay, fallbackSlipMonth, paymentDays, graceDays));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 3, 30, 14, 'the day on which slips are sent cannot be 0, but 1 to 28'",
        "29, 3, 30, 14, 'the day on which slips are sent cannot be 29, but 1 to 28'",
        "10, 2, 30, 14, 'the month of slips after two failures cannot be 2, but 3 to 12'",
        "10, 13, 30, 14, 'the month of slips after two failures cannot be 13, but 3 to 12'",
        "10, 3, 0, 14, 'the days for paying cannot be 0, but 1 to 365'",
        "10, 3, 366, 14, 'the days for paying cannot be 366, but 1 to 365'",
        "10, 3, 30, 0, 'the days after a warning cannot be 0, but 1 to 365'",
        "10, 3, 30, 366, 'the days after a warning cannot be 366, but 1 to 365'"
    })
    void refusesWhatWouldCollectNothingOrNever(
            int slipDay, int fallbackSlipMonth, int paymentDays, int graceDays, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CollectionPolicy(slipDay, fallbackSlipMonth, paymentDays, graceDays))
                .withMessage(sentence);
    }
}
