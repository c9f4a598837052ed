package jp.shomei.projections.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    @Test
    void doesAllAtTheSameTime() {
        CyclicBarrier together = new CyclicBarrier(3);
        Runnable work = () -> meet(together);
        SideBySide.run(List.of(work, work, work));
        assertThat(together.isBroken()).isFalse();
    }

    @Test
    void throwsWhatOneThrewOnceTheOthersHaveEnded() {
        CountDownLatch failing = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        Runnable fails = () -> {
            failing.countDown();
            throw new IllegalStateException("away");
        };
        Runnable goesOn = () -> {
            await(failing);
            ended.set(true);
        };
        assertThatThrownBy(() -> SideBySide.run(List.of(fails, goesOn)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("away");
        assertThat(ended).isTrue();
    }

    private static void meet(CyclicBarrier others) {
        try {
            others.await(1, TimeUnit.MINUTES);
        } catch (Exception alone) {
            throw new IllegalStateException(alone);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
