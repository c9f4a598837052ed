package jp.shomei.command.deadletter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.Set;
import jp.shomei.contracts.deadletter.EventSkipped;
import jp.shomei.contracts.deadletter.RecordEventSkipped;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What reactions leave alone, for good, of one aggregate's history. */
public class SkippedEvents {

    @AggregateIdentifier
    private @Nullable String recordId;

    private final Set<Skip> skips = new HashSet<>();

    /** A skip that was recorded already is not recorded again: the event may still have waited when that ended. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void handle(RecordEventSkipped command) {
        if (!skips.contains(Skip.of(command.skipped()))) {
            apply(command.skipped());
        }
    }

    @EventSourcingHandler
    void on(EventSkipped event) {
        recordId = EventSkipped.recordOf(event.aggregateId());
        skips.add(Skip.of(event));
    }

    private record Skip(String group, String eventId) {

        static Skip of(EventSkipped event) {
            return new Skip(event.group(), event.eventId());
        }
    }
}
