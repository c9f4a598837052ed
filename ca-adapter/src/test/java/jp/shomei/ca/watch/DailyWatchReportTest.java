package jp.shomei.ca.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.shomei.ca.watch.WatchEntry.State;
import org.junit.jupiter.api.Test;

class DailyWatchReportTest {

    private static final LocalDate DAY = LocalDate.of(2021, 3, 10);

    private final List<String> said = new ArrayList<>();
    private int looks;

    @Test
    void saysInOneLineWhatAnOperatorShouldSeeTo() {
        report(
                        new WatchEntry("root", State.GOOD, "Valid."),
                        new WatchEntry("issuing", State.WARNING, "Soon spent."),
                        new WatchEntry("token", State.FAILING, "Away."))
                .run(DAY);
        assertThat(said).containsExactly("issuing: Soon spent. token: Away.");
    }

    @Test
    void saysNothingWhenAllIsGood() {
        report(new WatchEntry("root", State.GOOD, "Valid.")).run(DAY);
        assertThat(said).isEmpty();
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void saysItOnceADay() {
        DailyWatchReport report = report(new WatchEntry("token", State.FAILING, "Away."));
        report.run(DAY);
        report.run(DAY);
        assertThat(said).hasSize(1);
        report.run(DAY.plusDays(1));
        assertThat(said).hasSize(2);
    }

    private DailyWatchReport report(WatchEntry... entries) {
        AuthorityWatch watch = () -> {
            looks++;
            return List.of(entries);
        };
        return new DailyWatchReport(List.of(watch), said::add);
    }
}
