package jp.shomei.ca.signing;

/** The steps from an order to a signed certificate, in order, between which the process may die. */
public enum SigningStep {
    /** The private key that the authority made is kept; only for such keys. */
    AFTER_ESCROW,
    /** The bytes to be signed have passed the lints. */
    BEFORE_INTENT,
    /** What may be signed is on record. */
    AFTER_INTENT,
    /** The certificate exists in memory. */
    AFTER_SIGNATURE,
    /** The certificate is on record. */
    AFTER_RECORD
}
