package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.Map;
import jp.shomei.app.start.StartRefused;
import jp.shomei.command.CommandSideProperties;
import jp.shomei.command.certificate.RenewalPolicy;
import jp.shomei.contracts.certificate.RenewalWindow;
import jp.shomei.contracts.institution.Category;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CommandSideSettingTest {

    @Test
    void withoutAWordItIsAsTheGuideHasIt() {
        CommandSideProperties set = set(Map.of());
        assertThat(set.fourEyes()).isEmpty();
        assertThat(set.renewal()).isEqualTo(RenewalPolicy.AS_PUBLISHED);
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
