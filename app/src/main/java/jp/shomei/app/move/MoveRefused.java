package jp.shomei.app.move;

/** Nothing can be moved; the message says why and what to do. */
final class MoveRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MoveRefused(String message) {
        super(message);
    }

    MoveRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
