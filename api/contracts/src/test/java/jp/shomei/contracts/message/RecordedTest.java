package jp.shomei.contracts.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jp.shomei.contracts.message.Recorded.Kind;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedTest {

    @ParameterizedTest
    @CsvSource({
        "CERTIFICATE, 202103100000001, 4, CERTIFICATE:202103100000001:4",
        "INSTITUTION, 0110100013, 0, INSTITUTION:0110100013:0",
        "NOTICE, N20210311-0110100013-3f9a1c2e, 12, NOTICE:N20210311-0110100013-3f9a1c2e:12",
    })
    void isReadBackFromItsToken(Kind kind, String aggregate, long sequence, String token) {
        Recorded recorded = new Recorded(kind, aggregate, sequence);

        assertThat(recorded.token()).isEqualTo(token);
        assertThat(Recorded.fromToken(token)).isEqualTo(recorded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CERTIFICATE",
                "CERTIFICATE:1",
                "CERTIFICATE:1:",
                "CERTIFICATE::1",
                "certificate:1:1",
                "OTHER:1:1",
                "CERTIFICATE:1:-1",
                "CERTIFICATE:1:1:1",
                "CERTIFICATE:1:9999999999999999999",
                "CERTIFICATE:$ne:1",
                "CERTIFICATE:1:1\n"
            })
    void isNotReadFromAnythingElse(String token) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Recorded.fromToken(token))
                .satisfies(refused -> assertThat(refused.refusal().code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }
}
