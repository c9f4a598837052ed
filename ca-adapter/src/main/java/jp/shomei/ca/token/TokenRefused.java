package jp.shomei.ca.token;

/**
 * The token lets nobody in with this PIN, cannot be spoken to as configured, or is not the one with our keys. A PIN is not
 * tried again until the system is started anew, since tokens lock themselves after some wrong ones. The message says what
 * to look at, never the PIN.
 */
public final class TokenRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TokenRefused(String message) {
        super(message);
    }

    public TokenRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
