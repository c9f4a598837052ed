package jp.shomei.app.rebuild;

import com.mongodb.client.MongoDatabase;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import jp.shomei.app.axon.Messaging;
import jp.shomei.app.durable.DurableStore;
import jp.shomei.app.readmodel.EmbeddedReadModels;
import jp.shomei.app.start.DataDirectory;
import jp.shomei.contracts.message.MessageSerializer;
import jp.shomei.contracts.projection.ProjectionView;
import jp.shomei.projections.readmodel.BatchedDocuments;
import jp.shomei.projections.readmodel.Projection;
import jp.shomei.projections.readmodel.ProjectionSettings;
import jp.shomei.projections.readmodel.ReadModel;
import jp.shomei.projections.readmodel.ReadModelSurroundings;
import jp.shomei.projections.readmodel.ReadModels;
import jp.shomei.projections.readmodel.view.Generation;
import jp.shomei.projections.readmodel.view.VersionedDocument;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.codecs.pojo.annotations.BsonId;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** How many events a read model takes in per second, from the first to the last, with the embedded stores on disk. */
public final class RebuildRate {

    /** The name under which the rate of reading alone is given. */
    public static final String NOTHING = "nothing";

    private static final int AT_ONCE = 500;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final long PAUSE_NANOS = 2_000_000;
    private static final ReadModel READING = new ReadModel(NOTHING, 1, Nothing::new);

    private RebuildRate() {}

    /**
     * How fast.
     *
     * @param perSecond events per second
     * @param processorNanos how long the processors were busy for each event, whatever else the machine had to do
     */
    public record Rate(long perSecond, long processorNanos) {

        private static Rate of(long events, long nanos, long processorNanos) {
            return new Rate(events * 1_000_000_000 / Math.max(1, nanos), processorNanos / Math.max(1, events));
        }
    }

    /**
     * The rate of each read model, by its name; that of one which only reads the events comes first, as {@link #NOTHING}.
     * It is measured before the others and after them, and the better one is given.
     *
     * @param data an empty directory
     * @param history the events, in order
     */
    public static Map<String, Rate> measure(
            Path data, Stream<DomainEventMessage<?>> history, List<ReadModel> readModels) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(DataDirectory.class, () -> DataDirectory.open(data));
            context.register(DurableStore.class, Messaging.class, EmbeddedReadModels.class);
            context.refresh();
            EventStore events = context.getBean(EventStore.class);
            MongoDatabase database = context.getBean(MongoDatabase.class);
            append(events, history);
            Map<String, Rate> rates = new LinkedHashMap<>();
            rates.put(NOTHING, fill(events, database, READING));
            for (ReadModel readModel : readModels) {
                rates.put(readModel.name(), fill(events, database, readModel));
            }
            database.drop();
            rates.merge(
                    NOTHING,
                    fill(events, database, READING),
                    (one, other) -> one.perSecond() > other.perSecond() ? one : other);
            return rates;
        }
    }

    private static void append(EventStore events, Stream<DomainEventMessage<?>> history) {
        List<DomainEventMessage<?>> page = new ArrayList<>();
        history.sequential().forEach(event -> {
            page.add(event);
            if (page.size() == AT_ONCE) {
                events.publish(page);
                page.clear();
            }
        });
        events.publish(page);
    }

    private static Rate fill(EventStore events, MongoDatabase database, ReadModel readModel) {
        ReadModels readModels = new ReadModels(
                List.of(readModel),
                ReadModelSurroundings.of(
                        database, events, MessageSerializer.create(), ProjectionSettings.forOnlyNode("rate")));
        long begin = System.nanoTime();
        long busy = busyNanos();
        readModels.start();
        try {
            while (!isUpToDate(readModels.views().getFirst())) {
                if (System.nanoTime() - begin > LONGEST.toNanos()) {
                    throw new AssertionError(readModels.views());
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            long taken = Objects.requireNonNull(readModels.views().getFirst().head()) + 1;
            return Rate.of(taken, System.nanoTime() - begin, busyNanos() - busy);
        } finally {
            readModels.stop();
        }
    }

    private static long busyNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static boolean isUpToDate(ProjectionView view) {
        if (view.deadLetters() > 0) {
            throw new AssertionError(view);
        }
        return Objects.equals(view.position(), view.head());
    }

    /** Reads every event, and does nothing with it. */
    private static final class Nothing implements Projection {

        private final BatchedDocuments<None> documents;

        Nothing(MongoDatabase database, Generation generation) {
            documents = new BatchedDocuments<>(database.getCollection(generation.collection("documents"), None.class));
        }

        @EventHandler
        public void on(EventMessage<?> event) {
            // that is the point of it
        }

        @Override
        public BatchedDocuments<?> documents() {
            return documents;
        }
    }

    /** A document there is none of. */
    public record None(@BsonId String id, long version) implements VersionedDocument {}
}
