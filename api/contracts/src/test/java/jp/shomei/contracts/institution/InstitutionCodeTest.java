package jp.shomei.contracts.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstitutionCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"0110214822", "01130012"})
    void hasTenDigitsOrAnInsurersEight(String code) {
        assertThat(InstitutionCode.isWellFormed(code)).isTrue();
        assertThat(InstitutionCode.of(code)).hasToString(code);
        assertThat(InstitutionCode.of(code).hasValidCheckDigit()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"453220885", "0214822", "01102148220", "", "011021482a", "０１１０２１４８２２", "0110214822\n"})
    void isNothingElse(String typed) {
        assertThat(InstitutionCode.isWellFormed(typed)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> InstitutionCode.of(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0119999991", "1234567890", "0110100015"})
    void mayHaveAWrongCheckDigit(String code) {
        assertThat(InstitutionCode.of(code).hasValidCheckDigit()).isFalse();
    }
}
