package jp.shomei.app.distributed;

import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.shomei.app.history.PlacedEvent;
import jp.shomei.app.history.RawEvents;
import jp.shomei.app.history.StoredEvent;
import jp.shomei.app.start.StartRefused;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Those in Axon Server, as they travel to it and back: no bytes of a payload are touched. */
public final class ServerEvents implements RawEvents, AutoCloseable {

    private static final String NAME = "shomei-move";
    private static final int AHEAD = 1_000;

    /** For everything that is asked of the server; it answers within milliseconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AxonServerConnectionManager server;

    private ServerEvents(AxonServerConnectionManager server) {
        this.server = server;
    }

    /**
     * Those in the server with which a system with these options would start.
     *
     * @throws StartRefused if it would not, or the server does not answer
     */
    public static ServerEvents open(Environment environment) {
        AxonServerConfiguration settings = new AxonServerConfiguration();
        settings.setComponentName(NAME);
        Binder.get(environment).bind("axon.axonserver", Bindable.ofInstance(settings));
        SafeLink.require(settings);
        AxonServerConnectionManager server = AxonServerConnectionManager.builder()
                .axonServerConfiguration(settings)
                .build();
        server.start();
        try {
            new ServerHistory(server).requireAnswer();
            return new ServerEvents(server);
        } catch (StartRefused away) {
            server.shutdown();
            throw away;
        }
    }

    /** A stream of events on Axon Server has no end; this one ends with the last event that was there at its beginning. */
    @Override
    public Stream<PlacedEvent> placed() {
        OptionalLong last = last();
        if (last.isEmpty()) {
            return Stream.empty();
        }
        EventStream events = channel().openStream(-1, AHEAD);
        return StreamSupport.stream(new UpTo(events, last.getAsLong()), false).onClose(events::close);
    }

    @Override
    public void append(List<StoredEvent> events) {
        AppendEventsTransaction transaction = channel().startAppendEventsTransaction();
        events.forEach(event -> transaction.appendEvent(ServerEvent.of(event)));
        answer(transaction.commit());
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private OptionalLong last() {
        Long last = answer(channel().getLastToken());
        return last == null || last < 0 ? OptionalLong.empty() : OptionalLong.of(last);
    }

    private EventChannel channel() {
        return server.getConnection().eventChannel();
    }

    private static <T> T answer(CompletableFuture<T> asked) {
        try {
            return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            throw gone(String.valueOf(refused.getCause()));
        } catch (TimeoutException silent) {
            throw gone("no answer within " + PATIENCE.toSeconds() + " s");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw gone("interrupted");
        }
    }

    private static StartRefused gone(String why) {
        return new StartRefused("Axon Server has not done what it was asked for: " + why + ". Say it again.");
    }

    /** What comes until a certain token has come. */
    private static final class UpTo extends Spliterators.AbstractSpliterator<PlacedEvent> {

        private final EventStream events;
        private final long last;
        private long seen = -1;

        UpTo(EventStream events, long last) {
            super(Long.MAX_VALUE, ORDERED | NONNULL);
            this.events = events;
            this.last = last;
        }

        @Override
        public boolean tryAdvance(Consumer<? super PlacedEvent> consumer) {
            if (seen >= last) {
                return false;
            }
            EventWithToken next = next();
            seen = next.getToken();
            consumer.accept(
                    new PlacedEvent(ServerEvent.stored(next.getEvent()), new GlobalSequenceTrackingToken(seen)));
            return true;
        }

        private EventWithToken next() {
            try {
                EventWithToken next = events.nextIfAvailable(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                if (next == null) {
                    throw gone(events.getError().map(Throwable::toString).orElse("no more events come"));
                }
                return next;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw gone("interrupted");
            }
        }
    }
}
