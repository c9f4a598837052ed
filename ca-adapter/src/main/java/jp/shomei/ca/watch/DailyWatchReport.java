package jp.shomei.ca.watch;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.shomei.contracts.time.DailyJob;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one line a day to the log about everything that an operator should see to. */
public final class DailyWatchReport implements DailyJob {

    private static final Logger LOG = LoggerFactory.getLogger(DailyWatchReport.class);

    private final List<AuthorityWatch> watches;
    private final Consumer<String> log;
    private @Nullable LocalDate reported;

    public DailyWatchReport(List<AuthorityWatch> watches) {
        this(watches, sentences -> LOG.warn("The authority needs an operator. {}", sentences));
    }

    DailyWatchReport(List<AuthorityWatch> watches, Consumer<String> log) {
        this.watches = List.copyOf(watches);
        this.log = log;
    }

    @Override
    public String name() {
        return "authority-watch";
    }

    @Override
    public boolean isForEveryNode() {
        return true;
    }

    @Override
    public synchronized void run(LocalDate day) {
        if (day.equals(reported)) {
            return;
        }
        String sentences = watches.stream()
                .flatMap(watch -> watch.look().stream())
                .filter(entry -> entry.state() != WatchEntry.State.GOOD)
                .map(entry -> entry.name() + ": " + entry.sentence())
                .collect(Collectors.joining(" "));
        if (!sentences.isEmpty()) {
            log.accept(sentences);
        }
        reported = day;
    }
}
