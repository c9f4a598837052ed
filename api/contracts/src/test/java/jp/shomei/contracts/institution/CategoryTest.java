package jp.shomei.contracts.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1:保険医療機関（医科）, 1, 7",
        "2, 2:保険医療機関（歯科）, 3, 7",
        "3, 3:保険薬局（調剤）, 4, 7",
        "4, 4:請求事務代行者（医科）, 1, 7",
        "5, 5:請求事務代行者（歯科）, 3, 7",
        "6, 6:特健機関, , 10",
        "8, 8:請求事務代行者（調剤）, 4, 7",
        "n, n:訪問看護, 6, 7",
        "s, s:職域診療所, 7, 7",
    })
    void goesWithAScoreTableAndALengthOfCode(String code, String label, String scoreTable, int digits) {
        Category category = Category.find(code).orElseThrow();

        assertThat(category.label()).isEqualTo(label);
        assertThat(category.scoreTable().map(ScoreTable::code).orElse(null)).isEqualTo(scoreTable);
        assertThat(category.typedDigits()).isEqualTo(digits);
    }

    @Test
    void ofAnInsurerHasNoScoreTable() {
        assertThat(Category.INSURER.label()).isEqualTo("7:保険者");
        assertThat(Category.INSURER.scoreTable()).isEmpty();
    }

    @Test
    void isOneOfTen() {
        assertThat(Arrays.stream(Category.values()).map(Category::code))
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8", "n", "s");
        assertThat(Category.find("9")).isEmpty();
    }
}
