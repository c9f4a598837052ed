package jp.shomei.ca.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatePasswordTest {

    @ParameterizedTest
    @ValueSource(strings = {"1234", "12345678", "a1b2c3d4", "!0000 ~", "pass-2021"})
    void takesFourDigitsAndMore(String typed) {
        assertThat(CertificatePassword.read(typed)).containsExactly(typed.toCharArray());
    }

    @Test
    void takesSixtyFourCharactersAndNoMore() {
        assertThat(CertificatePassword.read("1".repeat(64))).hasSize(64);
        assertRefused("1".repeat(65), FieldRule.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "abcd", "123a", "１２３４", "1234\n", "1234é", "123\u0000"})
    void refusesFewerDigitsAndOtherCharacters(String typed) {
        assertRefused(typed, FieldRule.PASSWORD);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void refusesNothing(@Nullable String typed) {
        assertRefused(typed, FieldRule.REQUIRED);
    }

    private static void assertRefused(@Nullable String typed, FieldRule rule) {
        assertThatThrownBy(() -> CertificatePassword.read(typed))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal().fields())
                                .containsExactly(FieldError.of("password", rule)));
    }
}
