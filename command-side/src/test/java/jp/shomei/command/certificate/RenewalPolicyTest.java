package jp.shomei.command.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Period;
import jp.shomei.contracts.certificate.RenewalWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "90, false, 2024-06-10, 2024-03-13",
        "90, true,  2024-06-10, 2024-03-12",
        "90, false, 2025-02-28, 2024-12-01",
        "90, false, 2024-02-29, 2023-12-02",
        "1,  false, 2024-06-10, 2024-06-10",
        "1,  true,  2024-06-10, 2024-06-09",
    })
    void theFirstDayIsCountedBackFromTheLast(int days, boolean inclusive, LocalDate last, LocalDate first) {
        assertThat(new RenewalPolicy(new RenewalWindow(days, inclusive), null).firstDay(last))
                .isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "P14D, 2024-04-12, 2024-04-26",
        "P0D,  2024-04-12, 2024-04-12",
        "P1M,  2024-05-10, 2024-06-10",
        "P14D, 2024-06-01, 2024-06-10",
        "P1Y,  2024-04-12, 2024-06-10",
        ",     2024-04-12, 2024-06-10",
    })
    void theGenerationBeforeNeverOutlivesItsOwnLastDay(Period grace, LocalDate today, LocalDate until) {
        assertThat(new RenewalPolicy(new RenewalWindow(90, false), grace)
                        .previousValidUntil(today, LocalDate.of(2024, 6, 10)))
                .isEqualTo(until);
    }

    @Test
    void aWindowIsBoundedAndAGraceNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RenewalPolicy(new RenewalWindow(0, false), null));
        assertThatIllegalArgumentException().isThrownBy(() -> new RenewalPolicy(new RenewalWindow(366, false), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RenewalPolicy(new RenewalWindow(90, false), Period.ofDays(-1)));
    }
}
