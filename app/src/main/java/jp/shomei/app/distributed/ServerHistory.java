package jp.shomei.app.distributed;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import jp.shomei.app.start.StartRefused;
import jp.shomei.app.time.NewestEvent;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The history as Axon Server holds it; asked when a node starts, which waits a while for a server that starts with it. */
final class ServerHistory implements NewestEvent {

    private static final Logger LOG = LoggerFactory.getLogger(ServerHistory.class);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final long PATIENCE_SECONDS = 10;

    private final AxonServerConnectionManager server;

    ServerHistory(AxonServerConnectionManager server) {
        this.server = server;
    }

    /**
     * When the newest event happened.
     *
     * @throws StartRefused if the server does not tell within two minutes
     */
    @Override
    public Optional<Instant> happenedAt() {
        return ask(LONGEST, ServerHistory::newest);
    }

    /**
     * Makes sure that the server is there.
     *
     * @throws StartRefused if it does not answer soon
     */
    void requireAnswer() {
        ask(SOON, events -> events.getLastToken().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    private <T> T ask(Duration longest, Question<T> question) {
        long end = System.nanoTime() + longest.toNanos();
        do {
            try {
                return question.ask(server.getConnection().eventChannel());
            } catch (ExecutionException | TimeoutException | RuntimeException away) {
                LOG.warn("Axon Server does not answer; it is asked again: {}", away.toString());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            // a server that is not there refuses at once
            LockSupport.parkNanos(PAUSE.toNanos());
        } while (System.nanoTime() < end && !Thread.currentThread().isInterrupted());
        throw new StartRefused(
                "Axon Server does not answer. Look whether it runs at the address that"
                        + " axon.axonserver.servers names, whether it has the same access token, and whether both sides use TLS. If"
                        + " its certificate is not of a public authority, --axon.axonserver.cert-file=FILE must name whose it is.");
    }

    private interface Question<T> {

        T ask(EventChannel events) throws ExecutionException, InterruptedException, TimeoutException;
    }

    private static Optional<Instant> newest(EventChannel events)
            throws ExecutionException, InterruptedException, TimeoutException {
        Long last = events.getLastToken().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (last == null || last < 0) {
            return Optional.empty();
        }
        try (EventStream stream = events.openStream(last - 1, 1)) {
            EventWithToken event = stream.nextIfAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                throw new TimeoutException("the newest event has not come");
            }
            return Optional.of(Instant.ofEpochMilli(event.getEvent().getTimestamp()));
        }
    }
}
