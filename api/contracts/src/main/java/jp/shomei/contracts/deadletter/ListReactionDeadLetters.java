package jp.shomei.contracts.deadletter;

import org.jspecify.annotations.Nullable;

/**
 * Asks which events reactions could not handle; answered with a {@link DeadLetterPage}.
 *
 * @param cursor where the page before ended; none for the first page
 * @param limit at most so many, 1 to 200
 */
public record ListReactionDeadLetters(@Nullable String cursor, int limit) {}
