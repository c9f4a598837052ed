package jp.shomei.ca.signing;

/**
 * Told of every step, on the thread that takes it. For rehearsing crashes: a listener that halts the process at a step
 * shows that a restart finishes what was begun.
 */
@FunctionalInterface
public interface SigningSteps {

    /** Lets everything go on. */
    SigningSteps UNOBSERVED = (step, requestId) -> {};

    /** A step was taken for this certificate. */
    void reached(SigningStep step, String requestId);
}
