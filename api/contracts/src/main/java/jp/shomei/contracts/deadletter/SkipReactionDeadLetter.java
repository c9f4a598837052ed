package jp.shomei.contracts.deadletter;

/**
 * Has a reaction leave an event alone for good, on record, and try those behind it. Answered with a
 * {@link DeadLetterRetried}; refused with {@code DEAD_LETTER_NOT_FOUND} or, while it is being tried, with
 * {@code DEAD_LETTER_BUSY}.
 *
 * @param id the event
 * @param reason why, in the operator's words
 */
public record SkipReactionDeadLetter(DeadLetterId id, String reason) {}
