package jp.shomei.ca.status;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Answers from memory what is revoked, and looks the rest up by its primary key. It holds the serial numbers of all revoked
 * certificates that had not lapsed at the start, and those revoked since.
 */
public final class KnownSerials implements SerialStatus, StatusListener {

    private static final long LOOK_MILLIS = 200;

    private final CertificateRegister register;
    private final Set<String> revoked;
    private long signatures;

    public KnownSerials(CertificateRegister register, Clock clock) {
        this.register = register;
        this.revoked = new HashSet<>(register.revokedSerialNumbers(clock.instant()));
    }

    @Override
    public State status(String serialNumber) {
        synchronized (revoked) {
            if (revoked.contains(serialNumber)) {
                return State.REVOKED;
            }
        }
        return register.find(serialNumber).map(RegisteredSerial::state).orElse(State.UNKNOWN);
    }

    /**
     * What is known of a serial number, once anything is. Waits for that, since what was signed a moment ago may be handed
     * out before the register has taken it in.
     *
     * @param most how long to wait
     * @return {@link SerialStatus.State#UNKNOWN} if nothing is known then either
     */
    public State awaitKnown(String serialNumber, Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        long seen = signatures();
        State state = status(serialNumber);
        while (state == State.UNKNOWN && awaitSignature(seen, deadline)) {
            seen = signatures();
            state = status(serialNumber);
        }
        // another process may have registered it
        return state == State.UNKNOWN ? status(serialNumber) : state;
    }

    private long signatures() {
        synchronized (revoked) {
            return signatures;
        }
    }

    private boolean awaitSignature(long seen, long deadline) throws InterruptedException {
        synchronized (revoked) {
            while (signatures == seen) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                revoked.wait(left);
            }
            return true;
        }
    }

    /**
     * Waits until the register has taken in a revocation.
     *
     * @return whether it has in time
     */
    boolean awaitRevoked(String serialNumber, Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        boolean isRevoked = isRevokedInRegister(serialNumber);
        while (!isRevoked && awaitNews(serialNumber, deadline)) {
            isRevoked = isRevokedInRegister(serialNumber);
        }
        return isRevoked;
    }

    private boolean isRevokedInRegister(String serialNumber) {
        return register.find(serialNumber).map(RegisteredSerial::state).orElse(State.UNKNOWN) == State.REVOKED;
    }

    /** Until this process hears of it, or it is time to look what another one may have registered. */
    private boolean awaitNews(String serialNumber, long deadline) throws InterruptedException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            return false;
        }
        synchronized (revoked) {
            if (!revoked.contains(serialNumber)) {
                revoked.wait(Math.min(left, LOOK_MILLIS));
            }
        }
        return true;
    }

    @Override
    public void signed(String serialNumber) {
        // looked up when it is asked for, which may be now
        synchronized (revoked) {
            signatures++;
            revoked.notifyAll();
        }
    }

    @Override
    public void revoked(String serialNumber) {
        synchronized (revoked) {
            revoked.add(serialNumber);
            revoked.notifyAll();
        }
    }
}
