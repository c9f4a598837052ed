package jp.shomei.command.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import jp.shomei.contracts.time.DailyJob;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DailyRunTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-03-27T00:00:00Z"), ZoneOffset.UTC);

    private final List<String> done = new ArrayList<>();
    private boolean mine;
    private final DailyRun run =
            new DailyRun(List.of(new Recorded("for-all", false), new Recorded("own", true)), CLOCK, () -> mine);

    @Test
    void aNodeWhoseTurnItIsNotDoesOnlyItsOwnWork() {
        run.catchUp();
        run.catchUp();
        assertThat(done).containsExactly("own");
    }

    @Test
    void aNodeThatTakesOverDoesWhatIsLeftOfTheDayOnce() {
        run.catchUp();
        mine = true;
        run.catchUp();
        run.catchUp();
        assertThat(done).containsExactly("own", "for-all");
    }

    @Test
    void aJobThatTheStopBreaksOffIsNoFault() {
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger(DailyRun.class);
        Level before = log.getLevel();
        log.setLevel(Level.INFO);
        logged.start();
        log.addAppender(logged);
        DailyRun failing = new DailyRun(List.of(new Failing()), CLOCK);

        assertThatThrownBy(failing::catchUp).isInstanceOf(IllegalStateException.class);
        failing.stop();
        assertThatThrownBy(failing::catchUp).isInstanceOf(IllegalStateException.class);

        log.detachAppender(logged);
        log.setLevel(before);
        assertThat(logged.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.ERROR, Level.INFO);
    }

    private final class Recorded implements DailyJob {

        private final String name;
        private final boolean everywhere;

        Recorded(String name, boolean everywhere) {
            this.name = name;
            this.everywhere = everywhere;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean isForEveryNode() {
            return everywhere;
        }

        @Override
        public void run(LocalDate day) {
            done.add(name);
        }
    }

    private static final class Failing implements DailyJob {

        @Override
        public String name() {
            return "failing";
        }

        @Override
        public void run(LocalDate day) {
            throw new IllegalStateException("nobody answers");
        }
    }
}
