package jp.shomei.contracts.time;

import java.time.Instant;

/**
 * Moves the simulated clock forward, running every daily job of every day passed, in order. Answers the new
 * {@link ClockView}. Refused with {@code CLOCK_NOT_SIMULATED} on the real clock, {@code CLOCK_GOES_FORWARD_ONLY} for an
 * instant in the past and {@code INVALID_FIELDS} for one more than 20 years ahead.
 *
 * @param now the new present
 */
public record MoveClock(Instant now) {}
