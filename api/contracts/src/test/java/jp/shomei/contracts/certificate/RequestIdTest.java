package jp.shomei.contracts.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    private static final LocalDate DAY = LocalDate.of(2021, 9, 2);

    @ParameterizedTest
    @CsvSource({"22911, 202109020022911", "22914, 202109020022914", "1, 202109020000001", "9999999, 202109029999999"})
    void isTheDayAndASevenDigitNumber(int number, String id) {
        assertThat(RequestId.of(DAY, number)).isEqualTo(id);
        assertThat(RequestId.isWellFormed(id)).isTrue();
        assertThat(RequestId.dayOf(id)).isEqualTo(DAY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_000_000})
    void hasNoNumberOutsideOneToTheGreatest(int number) {
        assertThatIllegalArgumentException().isThrownBy(() -> RequestId.of(DAY, number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20210902002291",
                "2021090200229111",
                "123456789012345",
                "202102290000001",
                "202100010000001",
                "202109020000000",
                "２０２１０９０２００２２９１１",
                "20210902002291a",
                "202109020022911\n"
            })
    void isNothingElse(String typed) {
        assertThat(RequestId.isWellFormed(typed)).isFalse();
    }
}
