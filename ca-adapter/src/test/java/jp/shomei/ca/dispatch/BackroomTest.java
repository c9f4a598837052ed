package jp.shomei.ca.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackroomTest {

    private final Backroom backroom = new Backroom(DefaultCommandGateway.builder()
            .commandBus(SimpleCommandBus.builder().build())
            .build());

    @AfterEach
    void close() {
        backroom.close();
    }

    @Test
    void worksOutsideTheCallersUnitOfWork() {
        var unitOfWork = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("command"));
        try {
            assertThat(CurrentUnitOfWork.isStarted()).isTrue();
            assertThat(backroom.<Boolean>call(commands -> CurrentUnitOfWork.isStarted()))
                    .isFalse();
        } finally {
            unitOfWork.rollback();
        }
    }

    @Test
    void throwsWhatTheWorkThrew() {
        IllegalStateException fault = new IllegalStateException("fault");
        assertThatThrownBy(() -> backroom.call(commands -> {
                    throw fault;
                }))
                .isSameAs(fault);
    }

    @Test
    void refusesWhatItHasNoRoomFor() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (ExecutorService crowd = Executors.newFixedThreadPool(60)) {
            List<Future<Boolean>> calls = new ArrayList<>();
            try {
                for (int index = 0; index < 60; index++) {
                    calls.add(crowd.submit(() -> served(release)));
                }
                // 8 at work and 32 waiting; everyone else is turned away at once, while nobody is done
                assertThat(firstRefused(calls, 20)).isTrue();
            } finally {
                release.countDown();
            }
            long served = 0;
            for (Future<Boolean> call : calls) {
                served += call.get() ? 1 : 0;
            }
            assertThat(served).isEqualTo(40);
        }
    }

    private boolean served(CountDownLatch release) {
        try {
            return backroom.call(commands -> {
                try {
                    release.await();
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
                return true;
            });
        } catch (Refused full) {
            return false;
        }
    }

    private static boolean firstRefused(List<Future<Boolean>> calls, int number) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < deadline) {
            if (calls.stream().filter(Future::isDone).count() >= number) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }
}
