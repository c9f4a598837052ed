package jp.shomei.contracts.refusal;

/**
 * Stable codes of everything that can be refused. A code is part of the public interface: it is never renamed and
 * never reused.
 */
public enum ErrorCode {
    INVALID_REQUEST(Kind.INVALID),
    INVALID_FIELDS(Kind.INVALID),
    UNAUTHENTICATED(Kind.UNAUTHENTICATED),
    FORBIDDEN(Kind.FORBIDDEN),
    NOT_FOUND(Kind.NOT_FOUND),
    METHOD_NOT_ALLOWED(Kind.METHOD),
    NOT_ACCEPTABLE(Kind.ACCEPT),
    UNSUPPORTED_MEDIA_TYPE(Kind.MEDIA_TYPE),
    BODY_TOO_LARGE(Kind.SIZE),
    REQUEST_INCOMPLETE(Kind.INCOMPLETE),
    CONCURRENT_CHANGE(Kind.CONFLICT),
    INTERNAL_ERROR(Kind.FAULT),
    TEMPORARILY_UNAVAILABLE(Kind.UNAVAILABLE),
    READ_MODEL_BEHIND(Kind.UNAVAILABLE),

    INSTITUTION_NOT_FOUND(Kind.NOT_FOUND),
    INSTITUTION_NOT_REGISTERED(Kind.CONFLICT),
    PAYMENT_METHOD_MISSING(Kind.CONFLICT),
    IMPORT_HAS_BAD_LINES(Kind.INVALID),
    IMPORT_UNREADABLE(Kind.INVALID),
    IMPORT_RUNNING(Kind.CONFLICT),

    CERTIFICATE_NOT_FOUND(Kind.NOT_FOUND),
    NOT_WAITING_APPROVAL(Kind.CONFLICT),
    NOT_ISSUED(Kind.CONFLICT),
    DOWNLOAD_PERIOD_OVER(Kind.CONFLICT),
    DOWNLOAD_REFUSED(Kind.FORBIDDEN),
    DOWNLOAD_LOCKED(Kind.LIMITED),
    CERTIFICATE_HAS_ANOTHER_KEY(Kind.CONFLICT),
    KEY_NOT_KEPT(Kind.CONFLICT),
    SIGNING_IN_PROGRESS(Kind.CONFLICT),
    SIGNING_MISMATCH(Kind.CONFLICT),
    SIGNING_UNAVAILABLE(Kind.UNAVAILABLE),

    NOTICE_NOT_FOUND(Kind.NOT_FOUND),
    NOTICE_NOT_PREPARED(Kind.CONFLICT),
    NOTICE_NOT_DISPATCHED(Kind.CONFLICT),
    NOTICE_NOT_RETURNED(Kind.CONFLICT),

    PROJECTION_NOT_FOUND(Kind.NOT_FOUND),
    REPLAY_RUNNING(Kind.CONFLICT),

    CLOCK_NOT_SIMULATED(Kind.CONFLICT),
    CLOCK_GOES_FORWARD_ONLY(Kind.CONFLICT);

    private final Kind kind;

    ErrorCode(Kind kind) {
        this.kind = kind;
    }

    /** What sort of refusal this is; an entrance (HTTP, say) turns it into its own answer. */
    public Kind kind() {
        return kind;
    }

    /** The sorts of refusal an entrance must tell apart. */
    public enum Kind {
        INVALID,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        METHOD,
        ACCEPT,
        MEDIA_TYPE,
        SIZE,
        INCOMPLETE,
        CONFLICT,
        LIMITED,
        UNAVAILABLE,
        FAULT
    }
}
