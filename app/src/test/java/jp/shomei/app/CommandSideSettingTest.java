package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.shomei.app.start.StartRefused;
import jp.shomei.command.CommandSideProperties;
import jp.shomei.command.certificate.RenewalPolicy;
import jp.shomei.command.fee.CollectionPolicy;
import jp.shomei.contracts.certificate.RenewalWindow;
import jp.shomei.contracts.fee.PriceTable;
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
        assertThat(set.prices()).isEqualTo(PriceTable.asPublished());
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
    void anOperatorsPricesHoldFromTheirDaysAndTheGuidesBeforeThem() {
        Map<String, String> options = new HashMap<>(price(0, "2024-01-15", "1500", "1400", "753"));
        options.putAll(price(1, "2025-04-01", "1800", "1700", "0"));
        assertThat(set(options).prices())
                .isEqualTo(new PriceTable(List.of(
                        new PriceTable.Entry(PriceTable.FIRST_DAY, 1_500, 1_500, 753),
                        new PriceTable.Entry(LocalDate.of(2024, 1, 15), 1_500, 1_400, 753),
                        new PriceTable.Entry(LocalDate.of(2025, 4, 1), 1_800, 1_700, 0))));
    }

    @Test
    void anOperatorsPriceOfTheGuidesDayReplacesIt() {
        assertThat(set(price(0, "2020-10-01", "1500", "1500", "404")).prices())
                .isEqualTo(new PriceTable(List.of(new PriceTable.Entry(PriceTable.FIRST_DAY, 1_500, 1_500, 404))));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-15, -1, 1500, 753, the licence fee from 2024-01-15 cannot be -1 yen",
        "2024-01-15, 1500, 1000001, 753, the renewal fee from 2024-01-15 cannot be 1000001 yen",
        "2024-01-15, 1500, 1500, -753, the postage from 2024-01-15 cannot be -753 yen"
    })
    void aPriceThatCannotBeRefusesTheStart(
            String from, String licence, String renewal, String postage, String sentence) {
        refusesPrices(price(0, from, licence, renewal, postage), sentence);
    }

    @Test
    void twoPricesOfOneDayRefuseTheStart() {
        Map<String, String> options = new HashMap<>(price(0, "2024-01-15", "1500", "1500", "753"));
        options.putAll(price(1, "2024-01-15", "1600", "1500", "753"));
        refusesPrices(options, "two prices hold from 2024-01-15");
    }

    @Test
    void aPriceThatIsNotToldRefusesTheStart() {
        for (String part : List.of("from", "licence", "renewal", "postage")) {
            Map<String, String> options = new HashMap<>(price(0, "2024-01-15", "1500", "1500", "753"));
            options.remove("shomei.fee.prices[0]." + part);
            refusesPrices(options, "each price needs all of");
        }
    }

    private static void refusesPrices(Map<String, String> options, String sentence) {
        assertThatThrownBy(() -> set(options))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("--shomei.fee.prices: ")
                .hasMessageContaining(sentence);
    }

    private static Map<String, String> price(int index, String from, String licence, String renewal, String postage) {
        String name = "shomei.fee.prices[" + index + "].";
        return Map.of(
                name + "from", from,
                name + "licence", licence,
                name + "renewal", renewal,
                name + "postage", postage);
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
