package jp.shomei.contracts.institution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0110113719", "3618010015", "0110214822", "0110100013", "0119999993", "1234567897", "1431234564",
                "1311234569", "4669000012", "4641234564", "1370000018", "5521111111", "6631111116", "33120015",
                "01130012", "06139992", "138057", "00138057"
            })
    void agreesWithCodesInUseAndFindsEveryMistypedDigit(String digits) {
        assertThat(CheckDigit.isValid(digits)).isTrue();
        for (int place = 0; place < digits.length(); place++) {
            for (char other = '0'; other <= '9'; other++) {
                String typed = digits.substring(0, place) + other + digits.substring(place + 1);
                assertThat(CheckDigit.isValid(typed)).as(typed).isEqualTo(typed.equals(digits));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0110100015", "0119999991", "1234567890", "0110123456", "0110000000"})
    void findsTheDummiesOfTheManuals(String digits) {
        assertThat(CheckDigit.isValid(digits)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0113719", "8010015", "0214822"})
    void doesNotRunOverTheSevenDigitsAlone(String code) {
        assertThat(CheckDigit.isValid(code)).isFalse();
    }
}
