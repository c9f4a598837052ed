package jp.shomei.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class ReachableTest {

    private final AtomicLong nanos = new AtomicLong(1);
    private final AtomicBoolean away = new AtomicBoolean();
    private final Reachable server = new Reachable("server", this::answer, nanos::get);

    @Test
    void isReadyWhileItAnswers() {
        server.ask();

        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void isNotWhileItDoesNotAndIsAgainWhenItDoes() {
        away.set(true);
        server.ask();
        assertThat(status()).isEqualTo(Status.OUT_OF_SERVICE);

        away.set(false);
        server.ask();
        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void isNotWhileAnAnswerIsLongInComing() {
        server.ask();
        nanos.addAndGet(Duration.ofSeconds(11).toNanos());

        assertThat(status()).isEqualTo(Status.OUT_OF_SERVICE);
    }

    private Status status() {
        return server.health().getStatus();
    }

    private Object answer() {
        if (away.get()) {
            throw new IllegalStateException("away");
        }
        return true;
    }
}
