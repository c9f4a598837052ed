package jp.shomei.contracts.deadletter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.refusal.ErrorCode;
import org.axonframework.messaging.deadletter.Cause;

/**
 * Why an event could not be handled, by what was thrown. The words of an exception are no part of it: nobody vouches for
 * what a driver or a parser quotes in them.
 */
public enum DeadLetterCause {
    /** An earlier event of the same aggregate has not been taken in. */
    EARLIER_EVENT("jp.shomei.projections.readmodel.EarlierEventMissing"),
    /** A command was refused, with a code. */
    REFUSED(),
    /** Something changed the same thing at the same moment. */
    CONFLICT("org.axonframework.modelling.command.", "org.axonframework.common.lock."),
    /** A store could not be reached, or did not do what it was asked to. */
    STORE(
            "java.sql.",
            "com.mongodb.",
            "org.h2.",
            "org.postgresql.",
            "com.zaxxer.hikari.",
            "org.springframework.dao.",
            "org.springframework.jdbc.",
            "org.springframework.transaction.",
            "org.axonframework.common.jdbc.",
            "org.axonframework.eventsourcing.eventstore."),
    /** A file or a server could not be reached, or did not answer in time. */
    OUTSIDE(
            "java.io.",
            "java.net.",
            "java.nio.",
            "java.util.concurrent.",
            "io.grpc.",
            "org.axonframework.axonserver.",
            "org.axonframework.messaging.timeout."),
    /** A mistake in the program. */
    FAULT();

    private final List<String> origins;

    DeadLetterCause(String... origins) {
        this.origins = List.of(origins);
    }

    /** The cause that what was kept of an exception stands for. */
    public static DeadLetterCause of(Cause kept) {
        if (refusal(kept).isPresent()) {
            return REFUSED;
        }
        return Arrays.stream(values())
                .filter(cause -> cause.origins.stream().anyMatch(kept.type()::startsWith))
                .findFirst()
                .orElse(FAULT);
    }

    /** The code with which a command was refused, if that is the cause: a refusal's message is its code. */
    public static Optional<ErrorCode> refusal(Cause kept) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.name().equals(kept.message()))
                .findFirst();
    }
}
