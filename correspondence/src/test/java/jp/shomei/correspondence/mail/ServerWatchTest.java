package jp.shomei.correspondence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServerWatchTest {

    @Test
    void pausesForHalfAMinuteAtFirst() {
        ServerWatch watch = new ServerWatch();
        assertThat(watch.pause().isPositive()).isFalse();

        watch.heard(DeliveryReply.away("refused"));
        assertThat(watch.pause()).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30));
    }

    @Test
    void countsSeveralFailuresOfTheSameOutageOnce() {
        ServerWatch watch = new ServerWatch();
        for (int worker = 0; worker < 4; worker++) {
            watch.heard(DeliveryReply.away("refused"));
        }

        assertThat(watch.pause()).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void pausesTwiceAsLongEachTimeUpToABound() {
        ServerWatch watch = new ServerWatch(Duration.ofNanos(1), Duration.ofMinutes(5));
        Duration longest = Duration.ZERO;
        // 2^39 ns are more than five minutes
        for (int outage = 0; outage < 60; outage++) {
            watch.heard(DeliveryReply.away("refused"));
            longest = longest.compareTo(watch.pause()) < 0 ? watch.pause() : longest;
            if (watch.pause().compareTo(Duration.ofMillis(50)) > 0) {
                break;
            }
            Await.until("the pause is over", () -> !watch.pause().isPositive());
        }

        assertThat(longest).isBetween(Duration.ofMillis(50), Duration.ofMillis(200));
    }

    @Test
    void forgetsTheOutageOnceTheServerAnswers() {
        ServerWatch watch = new ServerWatch(Duration.ofNanos(1), Duration.ofMinutes(5));
        watch.heard(DeliveryReply.away("refused"));
        watch.heard(DeliveryReply.refused("550 no such user"));

        assertThat(watch.away()).isEmpty();
    }

    @Test
    void takesOneSilenceForAChance() {
        ServerWatch watch = new ServerWatch();
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
}
