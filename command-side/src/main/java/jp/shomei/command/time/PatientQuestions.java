package jp.shomei.command.time;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;

/**
 * Asks for lists that must show all that has happened. After a day of very many events the read models may be minutes
 * behind; a list that is refused for that reason is asked for again, for five minutes at most.
 */
public final class PatientQuestions {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final QueryGateway queries;
    private final Pauses pauses;
    private final BooleanSupplier stopped;

    /**
     * @param stopped whether it is to be given up
     */
    public PatientQuestions(QueryGateway queries, Pauses pauses, BooleanSupplier stopped) {
        this.queries = queries;
        this.pauses = pauses;
        this.stopped = stopped;
    }

    /**
     * The answer.
     *
     * @param list what is asked for, in words
     * @throws IllegalStateException if it is not to be had, or the caller is interrupted or stopped before it came
     */
    public <A> A ask(String list, Object question, Class<A> type) {
        return ask(list, question, ResponseTypes.instanceOf(type));
    }

    /**
     * The answer.
     *
     * @param list what is asked for, in words
     * @throws IllegalStateException if it is not to be had, or the caller is interrupted or stopped before it came
     */
    public <A> A ask(String list, Object question, ResponseType<A> type) {
        return ask(list, question, type, DEADLINE);
    }

    /**
     * The answer to a question that takes its time; the read models may be behind for as long, if that is longer.
     *
     * @param list what is asked for, in words
     * @param longest how long the answer itself may take
     * @throws IllegalStateException if it is not to be had, or the caller is interrupted or stopped before it came
     */
    public <A> A ask(String list, Object question, Class<A> type, Duration longest) {
        return ask(list, question, ResponseTypes.instanceOf(type), longest);
    }

    private <A> A ask(String list, Object question, ResponseType<A> type, Duration longest) {
        Duration end = pauses.now().plus(longest.compareTo(PATIENCE) < 0 ? PATIENCE : longest);
        try {
            while (true) {
                try {
                    return queries.query(question, type).get(allowed(end, longest), TimeUnit.MILLISECONDS);
                } catch (ExecutionException failed) {
                    if (!isBehind(failed)
                            || !pauses.now().plus(PAUSE).minus(end).isNegative()) {
                        throw new IllegalStateException("the list of " + list + " is not to be had", failed);
                    }
                }
                pauses.pause(PAUSE);
                if (stopped.getAsBoolean()) {
                    throw new IllegalStateException("stopped before the list of " + list + " came");
                }
            }
        } catch (TimeoutException late) {
            throw new IllegalStateException("the list of " + list + " is not to be had", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before the list of " + list + " came", interrupted);
        }
    }

    /** Milliseconds for this answer. */
    private long allowed(Duration end, Duration longest) {
        Duration left = end.minus(pauses.now());
        return (left.compareTo(longest) < 0 ? left : longest).toMillis();
    }

    private static boolean isBehind(ExecutionException failed) {
        return failed.getCause() instanceof Refused refused && refused.refusal().code() == ErrorCode.READ_MODEL_BEHIND;
    }
}
