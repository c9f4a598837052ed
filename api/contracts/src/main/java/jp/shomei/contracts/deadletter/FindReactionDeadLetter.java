package jp.shomei.contracts.deadletter;

/**
 * Asks for one event that one of the reactions could not handle; answered with an optional {@link DeadLetterView}.
 *
 * @param id the event; only the first of its aggregate is found
 */
public record FindReactionDeadLetter(DeadLetterId id) {}
