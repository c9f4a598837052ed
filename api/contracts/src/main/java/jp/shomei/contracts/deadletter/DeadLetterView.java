package jp.shomei.contracts.deadletter;

import java.time.Instant;
import jp.shomei.contracts.refusal.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be handled, the first of its aggregate; what the event says is no part of it.
 *
 * @param id names it
 * @param eventType the event's name
 * @param aggregate the identifier of the event's aggregate; absent if it has none
 * @param sequence the event's number in its aggregate's history, from 0; absent if it has none
 * @param since when it was put aside; in real time, also while business time is simulated
 * @param triedAt when it was last tried; likewise
 * @param attempts how often it was tried
 * @param cause why it could not be handled the last time
 * @param refusal the code with which a command was refused; absent unless that is the cause
 * @param thrown the type of what was thrown, for whoever maintains the program
 * @param behind how many later events of the same aggregate wait behind it
 */
public record DeadLetterView(
        DeadLetterId id,
        String eventType,
        @Nullable String aggregate,
        @Nullable Long sequence,
        Instant since,
        Instant triedAt,
        int attempts,
        DeadLetterCause cause,
        @Nullable ErrorCode refusal,
        String thrown,
        long behind) {}
