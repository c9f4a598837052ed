package jp.shomei.ca.status;

/**
 * Told of every step, on the thread that takes it. For rehearsing crashes: a listener that halts the process at a step
 * shows that a restart finishes what was begun.
 */
@FunctionalInterface
public interface RevocationSteps {

    /** Lets everything go on. */
    RevocationSteps UNOBSERVED = (step, concerned) -> {};

    /**
     * A step was taken.
     *
     * @param concerned the request ID of the certificate, or the name of the list
     */
    void reached(RevocationStep step, String concerned);
}
