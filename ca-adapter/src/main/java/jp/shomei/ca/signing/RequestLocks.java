package jp.shomei.ca.signing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;

/**
 * One at a time for each certificate, in this process. Several certificates may share a lock; that costs time and
 * nothing else.
 */
public final class RequestLocks {

    private static final int STRIPES = 64;
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final ReentrantLock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    /**
     * Works on a certificate while nobody else does.
     *
     * @throws Refused with {@link ErrorCode#TEMPORARILY_UNAVAILABLE} if the certificate is not free in time
     */
    public <T> T holding(String requestId, Supplier<T> work) {
        ReentrantLock lock = stripes[Math.floorMod(requestId.hashCode(), STRIPES)];
        if (!acquire(lock)) {
            throw Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE);
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private static boolean acquire(ReentrantLock lock) {
        try {
            return lock.tryLock(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
