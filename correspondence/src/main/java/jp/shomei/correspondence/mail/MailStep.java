package jp.shomei.correspondence.mail;

/** The steps of a mail on its way. */
public enum MailStep {
    /** It was put in the outbox, which is not yet on disk. */
    RECORDED,
    /** This process has claimed it, and is about to hand it over. */
    CLAIMED,
    /** The mail server has taken it, which is not yet recorded. */
    TAKEN,
    /** That it was taken is recorded. */
    NOTED
}
