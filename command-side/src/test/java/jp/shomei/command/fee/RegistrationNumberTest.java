package jp.shomei.command.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationNumberTest {

    /** Published numbers of public bodies, and the two ends of what a check digit can be. */
    @ParameterizedTest
    @ValueSource(strings = {"T7000012050002", "T8000012010038", "T9000000000000", "T1000000000008"})
    void isWhatTheRegisterGivesOut(String number) {
        assertThat(new RegistrationNumber(number).value()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7000012050002",
                "t7000012050002",
                "T700001205000",
                "T70000120500020",
                " T7000012050002",
                "T700001205000２",
                "T7000012050002\n"
            })
    void isOfOneForm(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegistrationNumber(typed))
                .withMessageContaining("T and thirteen digits");
    }

    /** A wrong check digit, a wrong digit, and two that changed places. */
    @ParameterizedTest
    @ValueSource(strings = {"T6000012050002", "T7000012050003", "T7000021050002", "T0000000000000"})
    void doesNotHaveADigitWrong(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegistrationNumber(typed))
                .withMessageContaining("check digit")
                .withMessageContaining(typed);
    }
}
