package jp.shomei.contracts.time;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The simulated clock was moved, and every daily job up to its new present has run.
 *
 * @param from the present before
 * @param to the present after
 */
@Revision("1")
public record ClockMoved(Instant from, Instant to) {}
