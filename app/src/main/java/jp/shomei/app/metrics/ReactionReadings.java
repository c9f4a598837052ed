package jp.shomei.app.metrics;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.shomei.ca.watch.Measure;
import jp.shomei.ca.watch.Measure.Kind;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/**
 * How far the reactions are behind the events, on whichever node they run, and what they could not act on; of those that this
 * process could run.
 */
final class ReactionReadings implements Supplier<List<Measure>> {

    private final Supplier<Configuration> axon;
    private final List<String> groups;
    private final Function<String, OptionalLong> positions;
    private final Map<String, Lag> lags = new ConcurrentHashMap<>();

    /**
     * @param positions how far each group has come, as all nodes see it
     */
    ReactionReadings(Supplier<Configuration> axon, List<String> groups, Function<String, OptionalLong> positions) {
        this.axon = axon;
        this.groups = groups;
        this.positions = positions;
    }

    @Override
    public List<Measure> get() {
        EventProcessingConfiguration processing = axon.get().eventProcessingConfiguration();
        TrackingToken newest = axon.get().eventStore().createHeadToken();
        long head = newest == null ? -1 : newest.position().orElse(-1);
        return groups.stream()
                .flatMap(group -> processing.eventProcessor(group, StreamingEventProcessor.class).stream()
                        .flatMap(reaction -> measures(group, reaction, head, letters(processing, group))))
                .toList();
    }

    private Stream<Measure> measures(String group, StreamingEventProcessor reaction, long head, long letters) {
        Map<String, String> label = Map.of("group", group);
        long position = positions.apply(group).orElse(-1);
        boolean up = reaction.isRunning()
                && !reaction.isError()
                && reaction.processingStatus().values().stream().noneMatch(EventTrackerStatus::isErrorState);
        double seconds =
                lags.computeIfAbsent(group, added -> new Lag(System::nanoTime)).seconds(position, head);
        return Stream.of(
                new Measure("reaction.up", Kind.LEVEL, label, up ? 1 : 0),
                new Measure("reaction.behind.events", Kind.LEVEL, label, Math.max(0, head - position)),
                new Measure("reaction.behind.seconds", Kind.LEVEL, label, seconds),
                new Measure("dead.letters", Kind.LEVEL, Map.of("kind", "reaction", "group", group), letters));
    }

    private static long letters(EventProcessingConfiguration processing, String group) {
        return processing
                .deadLetterQueue(group)
                .map(SequencedDeadLetterQueue::size)
                .orElse(0L);
    }
}
