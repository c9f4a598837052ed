package jp.shomei.app.axon;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.shomei.contracts.deadletter.BlockedEvents;
import jp.shomei.contracts.deadletter.BlockedGroups;
import jp.shomei.contracts.deadletter.DeadLetterKind;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The events that reactions could not act on. They lie in the durable store, so that every process can answer for them. */
final class DeadReactions implements AutoCloseable {

    private static final long LONGEST_WORK_SECONDS = 10;

    private final Supplier<EventProcessingConfiguration> processing;
    private final List<String> groups;
    private final JdbcClient store;
    private final ExecutorService secondTries = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("reaction-dead-letters").factory());
    private final BlockedGroups blocked = new BlockedGroups(this::blockedNow, secondTries);

    DeadReactions(Supplier<EventProcessingConfiguration> processing, List<String> groups, DataSource dataSource) {
        this.processing = processing;
        this.groups = groups.stream().sorted().toList();
        this.store = JdbcClient.create(dataSource);
    }

    /** The events, each tried again on a thread that is none of a command's. */
    BlockedGroups blocked() {
        return blocked;
    }

    private List<BlockedEvents> blockedNow() {
        return groups.stream().flatMap(this::blocked).toList();
    }

    private Stream<BlockedEvents> blocked(String group) {
        EventProcessingConfiguration now = processing.get();
        return now
                .deadLetterQueue(group)
                .flatMap(queue ->
                        now.sequencedDeadLetterProcessor(group).map(processor -> blocked(group, queue, processor)))
                .stream();
    }

    private BlockedEvents blocked(
            String group,
            SequencedDeadLetterQueue<EventMessage<?>> queue,
            SequencedDeadLetterProcessor<EventMessage<?>> processor) {
        return new BlockedEvents(
                DeadLetterKind.REACTION, group, queue, processor, (last, limit) -> sequences(group, last, limit));
    }

    private List<String> sequences(String group, String last, int limit) {
        DeadLetterSchema schema = DeadLetterSchema.defaultSchema();
        String sequence = schema.sequenceIdentifierColumn();
        return store.sql("SELECT DISTINCT " + sequence + " FROM " + schema.deadLetterTable() + " WHERE "
                        + schema.processingGroupColumn() + " = ? AND " + sequence + " > ? ORDER BY " + sequence
                        + " FETCH FIRST " + limit + " ROWS ONLY")
                .params(group, last)
                .query(String.class)
                .list();
    }

    /** Lets the work in hand end, and no other begin. */
    @Override
    public void close() {
        secondTries.shutdown();
        try {
            // and no interrupt after that: in the middle of a write it closes an embedded store's file
            secondTries.awaitTermination(LONGEST_WORK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
