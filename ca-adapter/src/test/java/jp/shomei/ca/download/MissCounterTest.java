package jp.shomei.ca.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.TestAuthority;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.refusal.Refused;
import org.junit.jupiter.api.Test;

class MissCounterTest {

    private final MovableClock clock = MovableClock.at(TestAuthority.DAY);
    private final MissCounter counter = new MissCounter(5, clock);

    @Test
    void locksAfterFiveMisses() {
        misses(5);
        assertLocked("900");
    }

    @Test
    void countsEachNameByItself() {
        misses(5);
        assertThatCode(() -> counter.count("other")).doesNotThrowAnyException();
    }

    @Test
    void saysHowManySecondsAreLeft() {
        misses(5);
        clock.advance(Duration.ofMinutes(14).plusMillis(59_001));
        assertLocked("1");
    }

    @Test
    void opensAgainAfterFifteenMinutes() {
        misses(5);
        clock.advance(Duration.ofMinutes(15));
        misses(5);
        assertLocked("900");
    }

    @Test
    void isNotKeptLockedByFurtherTries() {
        misses(5);
        clock.advance(Duration.ofMinutes(10));
        assertLocked("300");
        clock.advance(Duration.ofMinutes(5));
        misses(1);
    }

    @Test
    void forgetsMissesAfterFifteenMinutes() {
        misses(4);
        clock.advance(Duration.ofMinutes(15));
        misses(4);
    }

    @Test
    void takesBackWhatWasNoMiss() {
        misses(4);
        for (int index = 0; index < 10; index++) {
            misses(1);
            counter.takeBack("name");
        }
        misses(1);
        assertLocked("900");
    }

    @Test
    void forgetsANameThatGotThrough() {
        misses(4);
        counter.forget("name");
        misses(5);
    }

    @Test
    void letsOnlyFiveOfManyTriesAtOncePass() throws Exception {
        try (ExecutorService crowd = Executors.newFixedThreadPool(16)) {
            List<Callable<Boolean>> tries = Stream.<Callable<Boolean>>generate(() -> this::passes)
                    .limit(200)
                    .toList();
            long passed = 0;
            for (Future<Boolean> tried : crowd.invokeAll(tries)) {
                passed += tried.get() ? 1 : 0;
            }
            assertThat(passed).isEqualTo(5);
        }
    }

    @Test
    void remembersABoundedNumberOfNames() {
        for (int index = 0; index < 120_000; index++) {
            counter.count("name " + index);
        }
        assertThat(counter.size()).isLessThanOrEqualTo(100_000);
    }

    @Test
    void takesOverlongNamesForTheirBeginning() {
        String beginning = "9".repeat(64);
        for (int index = 0; index < 5; index++) {
            counter.count(beginning + "x".repeat(index * 1_000));
        }
        assertThatThrownBy(() -> counter.count(beginning)).isInstanceOf(Refused.class);
    }

    private boolean passes() {
        try {
            counter.count("name");
            return true;
        } catch (Refused locked) {
            return false;
        }
    }

    private void misses(int number) {
        for (int index = 0; index < number; index++) {
            counter.count("name");
        }
    }

    private void assertLocked(String seconds) {
        assertThatThrownBy(() -> counter.count("name"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.of(ErrorCode.DOWNLOAD_LOCKED, seconds)));
    }
}
