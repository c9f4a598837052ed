package jp.shomei.contracts.mail;

/** How far a mail has come. */
public enum MailState {
    /** To be sent, or to be sent again. */
    WAITING,
    /** Taken by the mail server. */
    SENT,
    /** Refused for good, or not taken in a day: an officer must look. */
    GIVEN_UP
}
