package jp.shomei.projections.certificate.view;

/** What becomes due because time passes. */
public enum DueWork {
    /** The expiry of a certificate is to be recorded. */
    EXPIRY,
    /** The generation before a renewal is to be retired. */
    RETIREMENT
}
