package jp.shomei.ca.restoration;

/** A file is no revocation list of this authority; the message says why. */
public final class ListRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ListRefused(String message) {
        super(message);
    }

    ListRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
