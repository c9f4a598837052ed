package jp.shomei.correspondence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServerWatchTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 7);
    private final ServerWatch watch = new ServerWatch(nanos::get);

    @Test
    void letsTheServerBeTriedAtFirst() {
        assertThat(watch.pause()).isEqualTo(Duration.ZERO);
    }

    @Test
    void countsSeveralFailuresOfTheSameOutageOnce() {
        watch.heard(DeliveryReply.away("refused"));
        goOn(Duration.ofSeconds(10));
        for (int worker = 0; worker < 3; worker++) {
            watch.heard(DeliveryReply.away("refused"));
        }

        assertThat(watch.pause()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void pausesTwiceAsLongEachTimeUpToFiveMinutes() {
        assertThat(IntStream.range(0, 6).mapToObj(outage -> lengthOfAnOutage()).map(Duration::toSeconds))
                .containsExactly(30L, 60L, 120L, 240L, 300L, 300L);
    }

    @Test
    void forgetsTheOutageOnceTheServerAnswers() {
        lengthOfAnOutage();
        lengthOfAnOutage();
        watch.heard(DeliveryReply.refused("550 no such user"));

        assertThat(watch.away()).isEmpty();
        assertThat(lengthOfAnOutage()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void tellsNobodysAddress() {
        watch.heard(DeliveryReply.away("421 4.3.2 <soumu@example.jp>: closing"));

        assertThat(watch.away()).contains("421 4.3.2 <…>: closing");
    }

    @Test
    void takesOneSilenceForAChance() {
        for (int mail = 0; mail < 20; mail++) {
            watch.heard(DeliveryReply.silent("timed out"));
            watch.heard(DeliveryReply.silent("timed out"));
            watch.heard(DeliveryReply.silent("timed out"));
            watch.heard(DeliveryReply.taken());
        }
        assertThat(watch.away()).isEmpty();

        for (int mail = 0; mail < 4; mail++) {
            watch.heard(DeliveryReply.silent("timed out"));
        }
        assertThat(watch.away()).contains("timed out");
    }

    private Duration lengthOfAnOutage() {
        watch.heard(DeliveryReply.away("refused"));
        Duration pause = watch.pause();
        goOn(pause);
        assertThat(watch.pause()).isEqualTo(Duration.ZERO);
        return pause;
    }

    private void goOn(Duration by) {
        nanos.addAndGet(by.toNanos());
    }
}
