package jp.shomei.contracts.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"ABCD2345", "abcd2345", "ABCD-2345", " abcd 2345 ", "a-b-c-d-2-3-4-5"})
    void meansTheSameHoweverItIsTyped(String typed) {
        assertThat(ReferenceId.normalise(typed)).isEqualTo("ABCD2345");
    }
}
