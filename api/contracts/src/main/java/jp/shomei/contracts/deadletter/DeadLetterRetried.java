package jp.shomei.contracts.deadletter;

import org.jspecify.annotations.Nullable;

/**
 * What came of trying an event again.
 *
 * @param handled whether it is handled now
 * @param next what waits now of its aggregate: the event itself, or one behind it that failed; absent if nothing does
 */
public record DeadLetterRetried(boolean handled, @Nullable DeadLetterView next) {}
