package jp.shomei.contracts.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingNumberTest {

    @ParameterizedTest
    @CsvSource({"399-60-00001-0, 39960000010", "312-60-00021-4, 31260000214", "499-60-00001-6, 49960000016"})
    void isElevenDigitsPrintedInFourGroups(String printed, String digits) {
        assertThat(TrackingNumber.digits(printed)).isEqualTo(digits);
        assertThat(TrackingNumber.isWellFormed(digits)).isTrue();
        assertThat(TrackingNumber.isPlausible(digits)).isTrue();
        assertThat(TrackingNumber.printed(digits)).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"39960000011", "39960000017", "20210902002", "13112383852", "59960000015"})
    void isNotPlausibleWithAWrongCheckDigitOrOfAnotherKindOfMail(String digits) {
        assertThat(TrackingNumber.isWellFormed(digits)).isTrue();
        assertThat(TrackingNumber.isPlausible(digits)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3996000001", "399600000100", "3996000001a", "３９９６００００００１", "39960000010 "})
    void isNothingElse(String typed) {
        assertThat(TrackingNumber.isWellFormed(TrackingNumber.digits(typed))).isFalse();
    }
}
