package jp.shomei.ca.status;

/**
 * The steps from a revocation on record to everything that follows from it, between which the process may die. Register,
 * lists and escrowed keys follow side by side; the steps of each come in this order.
 */
public enum RevocationStep {
    /** The register has heard of the revocation and taken nothing in. */
    AFTER_EVENT,
    /** The register has taken it in; that is not committed. */
    AFTER_REGISTRATION,
    /** That is committed; nobody has been told. */
    AFTER_COMMIT,
    /** The next list has its number. */
    AFTER_NUMBER,
    /** The next list exists in memory. */
    AFTER_LIST_SIGNATURE,
    /** The next list can be fetched. */
    AFTER_PUBLICATION,
    /** An escrowed key is made unreadable. */
    AFTER_KEY_BLANKED,
    /** That its destruction is to be on record is said; its row is still there. */
    AFTER_KEY_RECORD
}
