package jp.shomei.contracts.deadletter;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reactions left alone of an aggregate's history.
 *
 * @param aggregate the aggregate
 * @param items oldest first; empty if nothing was skipped
 */
public record SkippedEventsView(String aggregate, List<Skipped> items) {

    public SkippedEventsView {
        items = List.copyOf(items);
    }

    /**
     * One event that was skipped.
     *
     * @param sequence its number in the aggregate's history, from 0
     * @param eventType its name
     * @param eventId its identifier
     * @param group the reaction that left it alone
     * @param reason why
     * @param skippedAt when that was decided, with Japan's offset
     * @param actor by whom
     * @param role in which role
     */
    public record Skipped(
            long sequence,
            String eventType,
            String eventId,
            String group,
            String reason,
            OffsetDateTime skippedAt,
            @Nullable String actor,
            @Nullable String role) {}
}
