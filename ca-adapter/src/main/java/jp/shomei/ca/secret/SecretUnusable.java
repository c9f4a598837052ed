package jp.shomei.ca.secret;

/** A secret is missing, unreadable or not kept from others. The message names the file and never its content. */
public final class SecretUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SecretUnusable(String message) {
        super(message);
    }

    public SecretUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
