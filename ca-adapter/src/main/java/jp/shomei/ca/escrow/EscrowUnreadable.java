package jp.shomei.ca.escrow;

/** An escrowed key was kept, but cannot be opened: exchanged server key, another key's place, or damaged data. */
public final class EscrowUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EscrowUnreadable(Throwable cause) {
        super("an escrowed key cannot be opened", cause);
    }
}
