package jp.shomei.query.consistency;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.shomei.contracts.projection.ListProjections;
import jp.shomei.contracts.projection.ProjectionView;
import jp.shomei.contracts.projection.ProjectionViews;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/**
 * Has a question wait until a read model has taken in everything that had happened when it was put. It asks whoever
 * keeps the read models how far they are, unless nothing has happened since the last time.
 */
public final class SeesEverything {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final QueryGateway queries;
    private final EventStore events;
    private final String readModel;
    private volatile @Nullable TrackingToken seen;

    public SeesEverything(QueryGateway queries, EventStore events, String readModel) {
        this.queries = queries;
        this.events = events;
        this.readModel = readModel;
    }

    /**
     * Returns once the read model has come by the event that is the newest now.
     *
     * @throws Refused with {@link ErrorCode#READ_MODEL_BEHIND} if it has not after five seconds
     */
    public void await() {
        await(LONGEST_WAIT);
    }

    /**
     * Returns once the read model has come by the event that is the newest now.
     *
     * @param longest how long to wait at most
     * @throws Refused with {@link ErrorCode#READ_MODEL_BEHIND} if it has not by then
     */
    void await(Duration longest) {
        TrackingToken head = events.createHeadToken();
        if (head == null || head.equals(seen)) {
            return;
        }
        long newest = number(view().head());
        Patience.await(longest, () -> number(view().position()) >= newest);
        seen = head;
    }

    private ProjectionView view() {
        return views().stream()
                .filter(view -> view.name().equals(readModel))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody keeps " + readModel));
    }

    private List<ProjectionView> views() {
        try {
            return queries.query(new ListProjections(), ProjectionViews.class)
                    .get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                    .items();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Refused.because(ErrorCode.READ_MODEL_BEHIND);
        } catch (ExecutionException | TimeoutException unavailable) {
            throw new IllegalStateException("nobody tells how far the read models are", unavailable);
        }
    }

    /** Events are numbered from 0. */
    private static long number(@Nullable Long event) {
        return event == null ? -1 : event;
    }
}
