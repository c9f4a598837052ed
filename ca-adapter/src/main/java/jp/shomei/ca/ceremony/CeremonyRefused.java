package jp.shomei.ca.ceremony;

/** A command cannot be carried out; the message says why and what to do. */
final class CeremonyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CeremonyRefused(String message) {
        super(message);
    }

    CeremonyRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
