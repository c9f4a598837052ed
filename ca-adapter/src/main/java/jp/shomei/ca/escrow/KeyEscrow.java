package jp.shomei.ca.escrow;

import java.security.KeyPair;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps the private keys that the authority made, until the last day of download, so that the same certificate can be
 * downloaded again. Opening one needs the reference ID. To be called outside any transaction: a key counts as kept when
 * the call returns.
 */
public final class KeyEscrow {

    private final EscrowTable table;
    private final EscrowCipher cipher;

    public KeyEscrow(EscrowTable table, EscrowCipher cipher) {
        this.table = table;
        this.cipher = cipher;
    }

    /**
     * The key kept for this certificate; makes and keeps one if there is none. When two ask at once, both get the same.
     *
     * @throws EscrowUnreadable if there is one that does not open
     */
    public KeyPair keep(String requestId, String referenceId, LocalDate downloadUntil, Supplier<KeyPair> maker) {
        return find(requestId, referenceId).orElseGet(() -> {
            KeyPair made = maker.get();
            return table.insert(requestId, downloadUntil, cipher.seal(made, requestId, referenceId))
                    ? made
                    : find(requestId, referenceId).orElseThrow();
        });
    }

    /**
     * The key kept for this certificate, if it is.
     *
     * @throws EscrowUnreadable if it does not open
     */
    public Optional<KeyPair> find(String requestId, String referenceId) {
        return table.ciphertext(requestId).map(ciphertext -> cipher.open(ciphertext, requestId, referenceId));
    }

    /** Forgets a key that no certificate was signed for and none will be. */
    public void discard(String requestId) {
        table.delete(requestId);
    }
}
