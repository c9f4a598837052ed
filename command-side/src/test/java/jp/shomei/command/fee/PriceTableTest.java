package jp.shomei.command.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceTableTest {

    private static final LocalDate RAISE = LocalDate.of(2025, 4, 1);
    private final PriceTable table = new PriceTable(List.of(
            new PriceTable.Entry(RAISE, 1_800, 1_700), new PriceTable.Entry(LocalDate.of(2020, 10, 1), 1_500, 1_400)));

    @Test
    void aPriceHoldsFromItsFirstDay() {
        assertThat(table.licenceFeeOn(RAISE.minusDays(1))).isEqualTo(1_500);
        assertThat(table.licenceFeeOn(RAISE)).isEqualTo(1_800);
        assertThat(table.renewalFeeOn(RAISE.minusDays(1))).isEqualTo(1_400);
        assertThat(table.renewalFeeOn(RAISE)).isEqualTo(1_700);
    }

    @Test
    void aDayBeforeTheFirstPriceHasNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> table.licenceFeeOn(LocalDate.of(2020, 9, 30)));
    }
}
