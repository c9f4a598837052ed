package jp.shomei.ca.authority;

/** The issuing key could not be used, or what it made was not right. Nothing was signed that anyone may rely on. */
public final class SigningFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SigningFailed(String message) {
        super(message);
    }

    public SigningFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
