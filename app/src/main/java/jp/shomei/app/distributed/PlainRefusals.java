package jp.shomei.app.distributed;

import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.refusal.Refusals;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.axonserver.connector.query.AxonServerQueryDispatchException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.distributed.CommandDispatchException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.jspecify.annotations.Nullable;

/**
 * Refusals on their way between processes. Of an exception only the details arrive, and never its type: before it leaves,
 * whatever has a code becomes the refusal with that code; when it has arrived, it is the {@link Refused} that was thrown.
 */
final class PlainRefusals {

    private static final int DEEPEST = 20;

    private PlainRefusals() {}

    /** What is to be sent. */
    static Throwable leaving(Throwable error) {
        if (carried(error) != null) {
            return error;
        }
        Refusal meant = Refusals.of(error);
        if (meant.code() != ErrorCode.INTERNAL_ERROR) {
            return new Refused(meant);
        }
        return isAway(error) ? Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE) : error;
    }

    /** What is to be thrown. */
    static Throwable arrived(Throwable error) {
        if (error instanceof Refused) {
            return error;
        }
        Refusal refusal = carried(error);
        if (refusal != null) {
            return new Refused(refusal);
        }
        return isAway(error) ? Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE) : error;
    }

    private static @Nullable Refusal carried(Throwable error) {
        return error instanceof HandlerExecutionException refused
                        && refused.getDetails().orElse(null) instanceof Refusal refusal
                ? refusal
                : null;
    }

    /** Whether it says that Axon Server, or whoever handles the message, cannot be reached. */
    private static boolean isAway(Throwable error) {
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof StatusRuntimeException
                    || cause instanceof StatusException
                    || cause instanceof AxonServerException
                    || cause instanceof EventStoreException
                    || cause instanceof CommandDispatchException
                    || cause instanceof AxonServerQueryDispatchException
                    || cause instanceof NoHandlerForCommandException
                    || cause instanceof NoHandlerForQueryException) {
                return true;
            }
        }
        return false;
    }
}
