package jp.shomei.contracts.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RenewalWindowTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2024, 6, 10);
    private static final RenewalWindow FEWER_THAN_90 = new RenewalWindow(90, false);
    private static final RenewalWindow AT_MOST_90 = new RenewalWindow(90, true);

    @Test
    void opensWhenFewerDaysRemain() {
        assertThat(FEWER_THAN_90.firstDay(LAST_DAY)).isEqualTo(LocalDate.of(2024, 3, 13));
        assertThat(FEWER_THAN_90.isOpen(LocalDate.of(2024, 3, 13), LAST_DAY)).isTrue();
        assertThat(FEWER_THAN_90.isOpen(LocalDate.of(2024, 3, 12), LAST_DAY)).isFalse();
    }

    @Test
    void opensADayEarlierIfExactlySoManyAreFewEnough() {
        assertThat(AT_MOST_90.firstDay(LAST_DAY)).isEqualTo(LocalDate.of(2024, 3, 12));
        assertThat(AT_MOST_90.isOpen(LocalDate.of(2024, 3, 12), LAST_DAY)).isTrue();
        assertThat(AT_MOST_90.isOpen(LocalDate.of(2024, 3, 11), LAST_DAY)).isFalse();
    }

    @Test
    void closesAfterTheLastDay() {
        assertThat(FEWER_THAN_90.isOpen(LAST_DAY, LAST_DAY)).isTrue();
        assertThat(FEWER_THAN_90.isOpen(LAST_DAY.plusDays(1), LAST_DAY)).isFalse();
        assertThat(AT_MOST_90.isOpen(LAST_DAY.plusDays(1), LAST_DAY)).isFalse();
    }

    @Test
    void hasAtLeastOneDay() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RenewalWindow(0, true));
    }
}
