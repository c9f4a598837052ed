package jp.shomei.projections.readmodel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** The events, with streams that can tell when there are new ones: by themselves, or else by the bell. */
final class PromptEvents implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final EventStore events;
    private final EventBell bell;

    PromptEvents(EventStore events, EventBell bell) {
        this.events = events;
        this.bell = bell;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        return new PromptStream(events.openStream(trackingToken), bell);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return events.createTailToken();
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return events.createHeadToken();
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        return events.createTokenAt(dateTime);
    }

    @Override
    public @Nullable TrackingToken createTokenSince(Duration duration) {
        return events.createTokenSince(duration);
    }

    private static final class PromptStream implements BlockingStream<TrackedEventMessage<?>> {

        private final BlockingStream<TrackedEventMessage<?>> stream;
        private final EventBell bell;
        private @Nullable Runnable listener;

        PromptStream(BlockingStream<TrackedEventMessage<?>> stream, EventBell bell) {
            this.stream = stream;
            this.bell = bell;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            if (!stream.setOnAvailableCallback(callback)) {
                listener = callback;
                bell.add(callback);
            }
            return true;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stream.peek();
        }

        @Override
        public boolean hasNextAvailable() {
            return stream.hasNextAvailable();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return stream.nextAvailable();
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignoredMessage) {
            stream.skipMessagesWithPayloadTypeOf(ignoredMessage);
        }

        @Override
        public void close() {
            if (listener != null) {
                bell.remove(listener);
            }
            stream.close();
        }
    }
}
