package jp.shomei.benchmarks;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.contracts.fee.FeeEvent;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;

/** Reads all events the way read models do, and does nothing with them. */
final class EmptyHandler {

    private static final int BATCH = 500;
    private static final long DEADLINE_MINUTES = 60;

    private final EventStore events;

    EmptyHandler(EventStore events) {
        this.events = events;
    }

    double secondsToReadAll() throws InterruptedException {
        long head = events.createHeadToken().position().orElseThrow();
        CountDownLatch end = new CountDownLatch(1);
        ScheduledExecutorService coordinator = Executors.newSingleThreadScheduledExecutor();
        ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name("empty")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Handler(head, end))
                        .build())
                .messageSource(events)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(coordinator)
                .workerExecutor(worker)
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(BATCH)
                .clock(Clock.systemUTC())
                .build();
        long begin = System.nanoTime();
        processor.start();
        try {
            if (!end.await(DEADLINE_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("not read in " + DEADLINE_MINUTES + " minutes");
            }
            return (System.nanoTime() - begin) / 1e9;
        } finally {
            processor.shutDown();
            worker.shutdownNow();
            coordinator.shutdownNow();
        }
    }

    /** Knows the newest event by its number. */
    static final class Handler {

        private final long head;
        private final CountDownLatch end;

        Handler(long head, CountDownLatch end) {
            this.head = head;
            this.end = end;
        }

        @EventHandler
        void on(CertificateEvent event, TrackingToken token) {
            look(token);
        }

        @EventHandler
        void on(FeeEvent event, TrackingToken token) {
            look(token);
        }

        private void look(TrackingToken token) {
            if (token.position().orElse(-1) >= head) {
                end.countDown();
            }
        }
    }
}
