package jp.shomei.http.message;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Sends commands and queries for whoever called, off the event loop and with a deadline.
 *
 * <p>A caller that goes away, or a deadline that passes, ends the waiting and not the work: a handler is never
 * interrupted, because an interrupt in the middle of a write closes the file of an embedded store.
 */
public final class Gateways {
    /** The longest a caller waits. */
    public static final Duration DEADLINE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Gateways.class);
    private static final int MOST_WAITING = 32;
    private static final int MOST_QUEUED = 10;
    private static final Executor WORKERS = Schedulers.boundedElastic()::schedule;
    /** Queries that may have to wait for what they must see wait here, and so keep nobody else waiting. */
    private static final Executor WAITING_ROOM =
            Schedulers.newBoundedElastic(MOST_WAITING, MOST_QUEUED, "shomei-waiting-query", 60, true)::schedule;

    private final CommandGateway commands;
    private final QueryGateway queries;

    /** Sends through these. */
    public Gateways(CommandGateway commands, QueryGateway queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** Sends a command; the answer is of this type. */
    public <R> Mono<R> command(Object command, Class<R> answer) {
        return command(command, answer, DEADLINE);
    }

    /** Sends a command that may take long. */
    public <R> Mono<R> command(Object command, Class<R> answer, Duration deadline) {
        return Origin.current().flatMap(origin -> wait(() -> send(command, origin), WORKERS, deadline)
                .map(answer::cast));
    }

    /** Sends a command and tells the caller, in the response's header, which events it led to. */
    public Mono<Recorded> change(Object command, ServerWebExchange exchange) {
        return change(command, Recorded.class, Function.identity(), exchange);
    }

    /** The same for a command that may take long. */
    public Mono<Recorded> change(Object command, Duration deadline, ServerWebExchange exchange) {
        return command(command, Recorded.class, deadline)
                .doOnNext(recorded -> ConsistencyToken.tell(recorded, exchange.getResponse()));
    }

    /** Sends a command whose answer holds what was recorded. */
    public <R> Mono<R> change(
            Object command, Class<R> answer, Function<R, Recorded> recorded, ServerWebExchange exchange) {
        return command(command, answer)
                .doOnNext(done -> ConsistencyToken.tell(recorded.apply(done), exchange.getResponse()));
    }

    /**
     * Sends a command and asks how things stand after it. The change stands even if the question cannot be answered in
     * time; the answer is empty then.
     */
    public <V> Mono<V> changeAndFind(Object command, Object query, Class<V> view, ServerWebExchange exchange) {
        return change(command, exchange).flatMap(recorded -> findAfter(recorded, query, view));
    }

    /** Asks how things stand after a change; empty if that cannot be answered in time. */
    public <V> Mono<V> findAfter(Recorded change, Object query, Class<V> view) {
        return unlessItFails(
                change,
                query(query, ResponseTypes.optionalInstanceOf(view), Optional.of(change))
                        .flatMap(Mono::justOrEmpty));
    }

    /** The same with a query that always finds something. */
    public <V> Mono<V> showAfter(Recorded change, Object query, Class<V> view) {
        return unlessItFails(change, query(query, ResponseTypes.instanceOf(view), Optional.of(change)));
    }

    private static <V> Mono<V> unlessItFails(Recorded change, Mono<V> view) {
        return view.onErrorResume(error -> {
            LOG.warn("recorded {}, but its view cannot be shown: {}", change.token(), error.toString());
            return Mono.empty();
        });
    }

    /** Asks a query with the consistency token of the request, if it has one. */
    public <R> Mono<R> query(Object query, Class<R> answer, ServerWebExchange exchange) {
        return query(query, ResponseTypes.instanceOf(answer), ConsistencyToken.of(exchange.getRequest()));
    }

    /** Asks a query that may find nothing, with the consistency token of the request, if it has one. */
    public <R> Mono<R> find(Object query, Class<R> answer, Supplier<Refused> nothing, ServerWebExchange exchange) {
        return query(query, ResponseTypes.optionalInstanceOf(answer), ConsistencyToken.of(exchange.getRequest()))
                .flatMap(found -> Mono.justOrEmpty(found).switchIfEmpty(Mono.error(nothing)));
    }

    /** Asks a query whose answer must contain these events, if any are named. */
    public <R> Mono<R> query(Object query, ResponseType<R> answer, Optional<Recorded> seen) {
        return Origin.current()
                .flatMap(origin -> wait(
                        () -> ask(query, answer, origin, seen), seen.isPresent() ? WAITING_ROOM : WORKERS, DEADLINE));
    }

    /**
     * Sends a command and blocks until it is answered; never to be called on the event loop.
     *
     * @throws Exception whatever the command was refused with
     */
    public <R> R sendAndWait(Object command, Class<R> answer, Origin origin, Duration deadline) throws Exception {
        return await(() -> send(command, origin).thenApply(answer::cast), deadline);
    }

    /**
     * Asks a query and blocks until it is answered; never to be called on the event loop.
     *
     * @param seen what the answer must contain, if anything is named
     * @throws Exception whatever the query was refused with
     */
    public <R> R askAndWait(Object query, Class<R> answer, Origin origin, Optional<Recorded> seen, Duration deadline)
            throws Exception {
        return await(() -> ask(query, ResponseTypes.instanceOf(answer), origin, seen), deadline);
    }

    private static <R> R await(Supplier<CompletableFuture<R>> answer, Duration deadline) throws Exception {
        try {
            return answer.get().get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    /** Runs blocking work off the event loop; it goes on to its end even if the caller goes away. */
    public static <R> Mono<R> work(Callable<R> work) {
        return work(() -> done(work), WORKERS);
    }

    private static <R> CompletableFuture<R> done(Callable<R> work) {
        try {
            return CompletableFuture.completedFuture(work.call());
        } catch (Exception failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }

    private static <R> Mono<R> work(Supplier<CompletableFuture<R>> work, Executor where) {
        return Mono.fromFuture(() -> CompletableFuture.supplyAsync(work, where).thenCompose(Function.identity()), true);
    }

    private CompletableFuture<Object> send(Object command, Origin origin) {
        return commands.send(GenericCommandMessage.asCommandMessage(command).withMetaData(origin.metadata()));
    }

    private <R> CompletableFuture<R> ask(Object query, ResponseType<R> answer, Origin origin, Optional<Recorded> seen) {
        Map<String, String> metadata = new HashMap<>(origin.metadata());
        seen.ifPresent(recorded -> metadata.put(Metadata.CONSISTENCY_TOKEN, recorded.token()));
        GenericMessage<Object> asked = new GenericMessage<>(query, metadata);
        return queries.query(QueryMessage.queryName(asked), asked, answer);
    }

    private static <R> Mono<R> wait(Supplier<CompletableFuture<R>> work, Executor where, Duration deadline) {
        return work(work, where).timeout(deadline, Mono.error(TimeoutException::new));
    }
}
