package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.Map;
import jp.shomei.app.start.StartRefused;
import jp.shomei.command.CommandSideProperties;
import jp.shomei.command.certificate.RenewalPolicy;
import jp.shomei.command.fee.CollectionPolicy;
import jp.shomei.contracts.certificate.RenewalWindow;
import jp.shomei.contracts.institution.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CommandSideSettingTest {

    @Test
    void withoutAWordItIsAsTheGuideHasIt() {
        CommandSideProperties set = set(Map.of());
        assertThat(set.fourEyes()).isEmpty();
        assertThat(set.renewal()).isEqualTo(RenewalPolicy.AS_PUBLISHED);
        assertThat(set.collection()).isEqualTo(CollectionPolicy.USUAL);
    }

    @Test
    void whatAnOperatorWritesIsRead() {
        CommandSideProperties set = set(Map.of(
                "shomei.four-eyes", "7,n",
                "shomei.renewal.days", "60",
                "shomei.renewal.inclusive", "true",
                "shomei.renewal.grace", "14d"));
        assertThat(set.fourEyes()).containsExactlyInAnyOrder(Category.INSURER, Category.VISITING_NURSING);
        assertThat(set.renewal()).isEqualTo(new RenewalPolicy(new RenewalWindow(60, true), Period.ofDays(14)));
    }

    @Test
    void howFeesAreCollectedIsRead() {
        CommandSideProperties set = set(Map.of(
                "shomei.fee.slip-day", "12",
                "shomei.fee.fallback-slip-month", "4",
                "shomei.fee.payment-days", "20",
                "shomei.fee.grace-days", "7"));
        assertThat(set.collection()).isEqualTo(new CollectionPolicy(12, 4, 20, 7));
    }

    @ParameterizedTest
    @CsvSource({
        "slip-day, 0, the day on which slips are sent cannot be 0",
        "slip-day, 29, but 1 to 28",
        "fallback-slip-month, 2, but 3 to 12",
        "payment-days, 0, the days for paying",
        "grace-days, 366, but 1 to 365"
    })
    void collectingOnNoSensibleDayRefusesTheStart(String option, String value, String sentence) {
        assertThatThrownBy(() -> set(Map.of("shomei.fee." + option, value)))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("--shomei.fee: ")
                .hasMessageContaining(sentence);
    }

    @Test
    void aCategoryThatDoesNotExistRefusesTheStart() {
        assertThatThrownBy(() -> set(Map.of("shomei.four-eyes", "x")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("no category x");
    }

    @Test
    void aWindowOfNoDaysRefusesTheStart() {
        assertThatThrownBy(() -> set(Map.of("shomei.renewal.days", "0")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--shomei.renewal");
    }

    private static CommandSideProperties set(Map<String, String> options) {
        Binder binder = new Binder(new MapConfigurationPropertySource(options));
        return CommandSideSetting.of(binder.bindOrCreate("shomei", ShomeiProperties.class));
    }
}
