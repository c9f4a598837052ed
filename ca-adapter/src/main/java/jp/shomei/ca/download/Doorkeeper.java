package jp.shomei.ca.download;

import java.time.Clock;
import java.util.function.Supplier;
import jp.shomei.ca.reference.ReferenceEditions;
import jp.shomei.ca.reference.ReferenceIds;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;

/**
 * Lets pass who knows the reference ID of the newest notice. An unknown request ID and a wrong reference ID are the same
 * to whoever tries: the same work, one look-up included, the same answer, the same lock.
 */
public final class Doorkeeper {

    private static final int MISSES_PER_REQUEST = 5;
    private static final int MISSES_PER_ADDRESS = 20;

    private final ReferenceIds references;
    private final ReferenceEditions editions;
    private final MissCounter byRequest;
    private final MissCounter byAddress;

    public Doorkeeper(ReferenceIds references, ReferenceEditions editions, Clock clock) {
        this.references = references;
        this.editions = editions;
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
    <T> Admission<T> admit(String requestId, String referenceId, String address, Supplier<T> reading) {
        countTry(requestId, address);
        T read;
        try {
            read = reading.get();
        } catch (Refused badInput) {
            byRequest.takeBack(requestId);
            byAddress.takeBack(address);
            throw badInput;
        }
        int edition = editions.newestOf(requestId);
        if (!references.matches(requestId, edition, referenceId)) {
            throw Refused.because(ErrorCode.DOWNLOAD_REFUSED);
        }
        byRequest.forget(requestId);
        byAddress.takeBack(address);
        return new Admission<>(read, edition);
    }

    /**
     * Turns somebody away who was let pass with the reference ID of a notice that has just been replaced. Counts as a
     * miss.
     */
    Refused turnAway(String requestId, String address) {
        countTry(requestId, address);
        return Refused.because(ErrorCode.DOWNLOAD_REFUSED);
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
