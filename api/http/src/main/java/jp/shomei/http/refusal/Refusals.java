package jp.shomei.http.refusal;

import io.netty.channel.ChannelException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import jp.shomei.contracts.message.UnknownEvent;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import org.axonframework.common.AxonTransientException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingModificationException;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.ErrorResponse;
import reactor.netty.channel.AbortedException;

/** Finds the refusal in whatever was thrown. */
public final class Refusals {
    private static final int DEEPEST = 20;

    /** Of the SQL standard: class 08. */
    private static final String NO_CONNECTION = "08";

    /** Of PostgreSQL: it is being stopped, has crashed, or is not up yet. */
    private static final String SERVER_STOPS = "57P0";

    private Refusals() {}

    /** The refusal that the error, or the nearest of its causes that means something, stands for. */
    public static Refusal of(Throwable error) {
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            Refusal meant = meant(cause);
            if (meant != null) {
                return meant;
            }
        }
        return Refusal.of(ErrorCode.INTERNAL_ERROR);
    }

    private static @Nullable Refusal meant(Throwable error) {
        if (error instanceof HandlerExecutionException refused
                && refused.getDetails().orElse(null) instanceof Refusal refusal) {
            return refusal;
        }
        ErrorCode code = code(error);
        return code == null ? null : Refusal.of(code);
    }

    private static @Nullable ErrorCode code(Throwable error) {
        return switch (error) {
            case BadFile file -> file.code();
            case AggregateNotFoundException unknown -> ErrorCode.CERTIFICATE_NOT_FOUND;
            case ConcurrencyException conflict -> ErrorCode.CONCURRENT_CHANGE;
            case ConflictingModificationException conflict -> ErrorCode.CONCURRENT_CHANGE;
            case LockAcquisitionFailedException busy -> ErrorCode.CONCURRENT_CHANGE;
            case AxonTransientException passing -> ErrorCode.TEMPORARILY_UNAVAILABLE;
            case UnknownEvent newer -> ErrorCode.TEMPORARILY_UNAVAILABLE;
            case NoHandlerForQueryException absent -> ErrorCode.TEMPORARILY_UNAVAILABLE;
            case TimeoutException late -> ErrorCode.TEMPORARILY_UNAVAILABLE;
            case SQLException lost when isConnectionLost(lost) -> ErrorCode.TEMPORARILY_UNAVAILABLE;
            case RejectedExecutionException full -> ErrorCode.TEMPORARILY_UNAVAILABLE;
            case AuthenticationServiceException unreachable -> ErrorCode.TEMPORARILY_UNAVAILABLE;
            case AuthenticationException unknown -> ErrorCode.UNAUTHENTICATED;
            case AccessDeniedException denied -> ErrorCode.FORBIDDEN;
            case ServerExchangeRejectedException odd -> ErrorCode.INVALID_REQUEST;
            case DataBufferLimitException large -> ErrorCode.BODY_TOO_LARGE;
            case AbortedException gone -> ErrorCode.REQUEST_INCOMPLETE;
            case ChannelException slow -> ErrorCode.REQUEST_INCOMPLETE;
            case InvalidMimeTypeException unwanted -> ErrorCode.NOT_ACCEPTABLE;
            case DecodingException unreadable -> ErrorCode.INVALID_REQUEST;
            case ErrorResponse refused -> Statuses.code(refused.getStatusCode().value());
            default -> null;
        };
    }

    /** Whether the database is away, or goes: then it is no fault of what was asked. */
    private static boolean isConnectionLost(SQLException error) {
        String state = error.getSQLState();
        return error instanceof SQLTransientConnectionException
                || state != null && (state.startsWith(NO_CONNECTION) || state.startsWith(SERVER_STOPS));
    }
}
