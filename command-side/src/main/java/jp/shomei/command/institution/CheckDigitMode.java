package jp.shomei.command.institution;

/** What a wrong check digit of an institution code or insurer number does. Older codes exist that have a wrong one. */
public enum CheckDigitMode {
    /** Nothing. */
    OFF,
    /** The registration is accepted; applications go to an officer with the finding. */
    WARN,
    /** Registrations and applications are refused. */
    REJECT
}
