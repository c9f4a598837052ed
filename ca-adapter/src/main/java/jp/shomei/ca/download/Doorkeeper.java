package jp.shomei.ca.download;

import java.time.Clock;
import java.util.function.Supplier;
import jp.shomei.ca.reference.ReferenceIds;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;

/**
 * Lets pass who knows the reference ID. Nothing is looked up for it, so an unknown request ID and a wrong reference ID
 * are the same to whoever tries: same work, same answer, same lock.
 */
public final class Doorkeeper {

    private static final int FIRST_EDITION = 1;
    private static final int MISSES_PER_REQUEST = 5;
    private static final int MISSES_PER_ADDRESS = 20;

    private final ReferenceIds references;
    private final MissCounter byRequest;
    private final MissCounter byAddress;

    public Doorkeeper(ReferenceIds references, Clock clock) {
        this.references = references;
        this.byRequest = new MissCounter(MISSES_PER_REQUEST, clock);
        this.byAddress = new MissCounter(MISSES_PER_ADDRESS, clock);
    }

    /**
     * Lets pass or not. What else was sent is read between the lock and the reference ID: so bad input neither counts as
     * a miss nor tells anything.
     *
     * @param reading reads what else was sent, or refuses it
     * @throws Refused with {@link ErrorCode#DOWNLOAD_LOCKED} after too many misses, with {@link
     *     ErrorCode#DOWNLOAD_REFUSED} for a miss
     */
    <T> T admit(String requestId, String referenceId, String address, Supplier<T> reading) {
        countTry(requestId, address);
        T read;
        try {
            read = reading.get();
        } catch (Refused badInput) {
            byRequest.takeBack(requestId);
            byAddress.takeBack(address);
            throw badInput;
        }
        if (!references.matches(requestId, FIRST_EDITION, referenceId)) {
            throw Refused.because(ErrorCode.DOWNLOAD_REFUSED);
        }
        byRequest.forget(requestId);
        byAddress.takeBack(address);
        return read;
    }

    private void countTry(String requestId, String address) {
        byAddress.count(address);
        try {
            byRequest.count(requestId);
        } catch (Refused locked) {
            byAddress.takeBack(address);
            throw locked;
        }
    }
}
