package jp.shomei.contracts.deadletter;

/**
 * Has one of the read models try an event again and, if that succeeds, those behind it. Answered with a
 * {@link DeadLetterRetried}; refused with {@code DEAD_LETTER_NOT_FOUND} or, while it is being tried, with
 * {@code DEAD_LETTER_BUSY}.
 *
 * @param id the event
 */
public record RetryReadModelDeadLetter(DeadLetterId id) {}
