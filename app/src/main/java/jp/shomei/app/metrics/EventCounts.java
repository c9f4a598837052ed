package jp.shomei.app.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Counts the events that this process records, by name (certificates issued, revoked, expired, downloaded), and times how
 * long it takes until they are committed: it is told just before they are appended.
 */
final class EventCounts implements Consumer<List<? extends EventMessage<?>>> {

    private final MeterRegistry registry;
    private final Timer appending;

    EventCounts(MeterRegistry registry) {
        this.registry = registry;
        this.appending = registry.timer("shomei.event.append");
    }

    @Override
    public void accept(List<? extends EventMessage<?>> recorded) {
        long begin = System.nanoTime();
        if (CurrentUnitOfWork.isStarted()) {
            // of the outermost: what is recorded within is committed with it
            CurrentUnitOfWork.get().root().afterCommit(committed -> count(recorded, begin));
        } else {
            recorded.forEach(this::count);
        }
    }

    private void count(List<? extends EventMessage<?>> recorded, long begin) {
        appending.record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
        recorded.forEach(this::count);
    }

    private void count(EventMessage<?> event) {
        registry.counter("shomei.events", "event", event.getPayloadType().getSimpleName())
                .increment();
    }
}
