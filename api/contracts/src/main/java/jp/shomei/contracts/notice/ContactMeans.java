package jp.shomei.contracts.notice;

/** How an officer reached, or tried to reach, an addressee. */
public enum ContactMeans {
    /** By telephone. */
    PHONE,
    /** By mail. */
    EMAIL,
    /** By letter. */
    LETTER
}
