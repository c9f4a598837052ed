package jp.shomei.ca.authority;

/** The authority cannot start. The message says what an operator has to put right. */
public final class AuthorityUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AuthorityUnusable(String message) {
        super(message);
    }

    public AuthorityUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
