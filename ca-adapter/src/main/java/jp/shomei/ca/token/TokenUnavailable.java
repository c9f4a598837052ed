package jp.shomei.ca.token;

import org.jspecify.annotations.Nullable;

/** The token is not there, does not answer in time, or could not do what it was asked. It may be back later. */
public final class TokenUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TokenUnavailable(String message) {
        super(message);
    }

    public TokenUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
