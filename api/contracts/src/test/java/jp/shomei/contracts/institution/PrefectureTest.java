package jp.shomei.contracts.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrefectureTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"01 | 01:北海道,hokkaido", "13 | 13:東京都,tokyo", "14 | 14:神奈川県,kanagawa", "46 | 46:鹿児島県,kagoshima"})
    void isLabelledAsOnTheForm(String code, String label) {
        assertThat(Prefecture.find(code).orElseThrow().label()).isEqualTo(label);
    }

    @Test
    void hasFortySevenCodesInOrder() {
        assertThat(Arrays.stream(Prefecture.values()).map(Prefecture::code))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 47).mapToObj("%02d"::formatted).toList());
        assertThat(Arrays.stream(Prefecture.values()).map(Prefecture::label))
                .doesNotHaveDuplicates()
                .allMatch(label -> label.matches("[0-9]{2}:.{2,3}[都道府県],[a-z]+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "48", "1", ""})
    void isNotFoundUnderAnyOtherCode(String code) {
        assertThat(Prefecture.find(code)).isEmpty();
    }
}
