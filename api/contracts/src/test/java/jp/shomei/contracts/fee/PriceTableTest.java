package jp.shomei.contracts.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceTableTest {

    private static final LocalDate RAISE = LocalDate.of(2025, 4, 1);
    private final PriceTable table = new PriceTable(List.of(
            new PriceTable.Entry(RAISE, 1_800, 1_700, 820),
            new PriceTable.Entry(LocalDate.of(2020, 10, 1), 1_500, 1_400, 753)));

    @Test
    void aPriceHoldsFromItsFirstDay() {
        assertThat(table.licenceFeeOn(RAISE.minusDays(1))).isEqualTo(1_500);
        assertThat(table.licenceFeeOn(RAISE)).isEqualTo(1_800);
        assertThat(table.renewalFeeOn(RAISE.minusDays(1))).isEqualTo(1_400);
        assertThat(table.renewalFeeOn(RAISE)).isEqualTo(1_700);
        assertThat(table.postageOn(RAISE.minusDays(1))).isEqualTo(753);
        assertThat(table.postageOn(RAISE)).isEqualTo(820);
    }

    @Test
    void aDayBeforeTheFirstPriceHasNone() {
        LocalDate before = PriceTable.FIRST_DAY.minusDays(1);
        assertThatIllegalArgumentException().isThrownBy(() -> table.licenceFeeOn(before));
        assertThatIllegalArgumentException().isThrownBy(() -> table.renewalFeeOn(before));
        assertThatIllegalArgumentException().isThrownBy(() -> table.postageOn(before));
    }

    @Test
    void theGuidesPricesHoldSinceTheNetworkBegan() {
        PriceTable guide = PriceTable.asPublished();
        assertThat(PriceTable.FIRST_DAY).isEqualTo("2020-10-01");
        for (LocalDate day : List.of(PriceTable.FIRST_DAY, LocalDate.of(2024, 1, 15), RAISE)) {
            assertThat(guide.licenceFeeOn(day)).isEqualTo(1_500);
            assertThat(guide.renewalFeeOn(day)).isEqualTo(1_500);
            assertThat(guide.postageOn(day)).isEqualTo(753);
        }
    }

    @Test
    void aTableWithoutAPriceIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PriceTable(List.of()));
    }
}
