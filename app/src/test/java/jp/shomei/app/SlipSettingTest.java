package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import jp.shomei.app.start.StartRefused;
import jp.shomei.command.fee.RegistrationNumber;
import jp.shomei.command.fee.SlipSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SlipSettingTest {

    @Test
    void withoutAWordNoNumberIsPrinted() {
        assertThat(set(Map.of()).registrationNumber()).isNull();
    }

    @Test
    void theNumberOfRegistrationIsRead() {
        assertThat(set(Map.of("shomei.fee.registration-number", "T7000012050002"))
                        .registrationNumber())
                .isEqualTo(new RegistrationNumber("T7000012050002"));
    }

    @ParameterizedTest
    @CsvSource({"7000012050002, must be T and thirteen digits", "T7000012050003, check digit of T7000012050003"})
    void aNumberThatNobodyCanHaveRefusesTheStart(String number, String sentence) {
        assertThatThrownBy(() -> set(Map.of("shomei.fee.registration-number", number)))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("--shomei.fee.registration-number: ")
                .hasMessageContaining(sentence);
    }

    @Test
    void anAccountThatNeedsMoreThanALineRefusesTheStart() {
        assertThat(set(Map.of("shomei.fee.payee", "見本銀行 本店 1234567")).payee()).isEqualTo("見本銀行 本店 1234567");
        assertThatThrownBy(() -> set(Map.of("shomei.fee.payee", "口".repeat(41))))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("--shomei.fee.payee: ");
    }

    private static SlipSettings set(Map<String, String> options) {
        Binder binder = new Binder(new MapConfigurationPropertySource(options));
        return SlipSetting.of(binder.bindOrCreate("shomei", ShomeiProperties.class));
    }
}
