package jp.shomei.query.consistency;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;

/** Waits for read models that are a little behind. */
final class Patience {

    private static final long FIRST_PAUSE_NANOS = 2_000_000;
    private static final long LONGEST_PAUSE_NANOS = 50_000_000;
    private static final String RETRY_AFTER_SECONDS = "1";

    private Patience() {}

    /**
     * Returns as soon as the condition holds.
     *
     * @throws Refused with {@link ErrorCode#READ_MODEL_BEHIND} and the seconds to wait before the next try if it does
     *     not in time
     */
    static void await(Duration longest, BooleanSupplier condition) {
        long end = System.nanoTime() + longest.toNanos();
        long pause = FIRST_PAUSE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                throw Refused.because(ErrorCode.READ_MODEL_BEHIND, RETRY_AFTER_SECONDS);
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        }
    }
}
