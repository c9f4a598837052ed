package jp.shomei.correspondence.mail;

/**
 * Told of every step of every mail, on the thread that takes it. For rehearsing crashes: a listener that halts the process
 * at a step shows that a restart finishes what was begun.
 */
@FunctionalInterface
public interface MailSteps {

    /** Lets everything go on. */
    MailSteps UNOBSERVED = (step, mailId) -> {};

    /** A mail has come so far. */
    void reached(MailStep step, String mailId);
}
