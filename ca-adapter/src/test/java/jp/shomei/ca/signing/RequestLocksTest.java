package jp.shomei.ca.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestLocksTest {

    private final RequestLocks locks = new RequestLocks();

    @Test
    void letOneAtATimeWorkOnACertificate() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        List<Callable<Integer>> work = Stream.<Callable<Integer>>generate(() -> () -> locks.holding("one", () -> {
                    int together = inside.incrementAndGet();
                    Thread.yield();
                    inside.decrementAndGet();
                    return together;
                }))
                .limit(500)
                .toList();
        try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> together : crowd.invokeAll(work)) {
                assertThat(together.get()).isEqualTo(1);
            }
        }
    }

    @Test
    void areFreeAgainAfterAFailure() throws Exception {
        assertThatThrownBy(() -> locks.holding("one", () -> {
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            assertThat(other.submit(() -> locks.holding("one", () -> "free")).get())
                    .isEqualTo("free");
        }
    }
}
