package jp.shomei.contracts.deadletter;

/** Who could not handle an event. */
public enum DeadLetterKind {
    /** What acts on events: something was not done. */
    REACTION,
    /** What is shown: a document is not up to date. */
    READ_MODEL
}
