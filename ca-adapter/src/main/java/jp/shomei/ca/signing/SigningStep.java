package jp.shomei.ca.signing;

/** The steps from an order to a certificate handed out, in order, between which the process may die. */
public enum SigningStep {
    /** A new generation is on record; only for renewals. */
    AFTER_RENEWAL,
    /** The private key that the authority made is kept; only for such keys. */
    AFTER_ESCROW,
    /** The bytes to be signed have passed the lints. */
    BEFORE_INTENT,
    /** What may be signed is on record. */
    AFTER_INTENT,
    /** The certificate exists in memory. */
    AFTER_SIGNATURE,
    /** The certificate is on record. */
    AFTER_RECORD,
    /** The hand-out is on record; nothing has left yet. */
    AFTER_HANDOVER
}
