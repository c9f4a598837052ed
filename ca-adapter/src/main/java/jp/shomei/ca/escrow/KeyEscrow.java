package jp.shomei.ca.escrow;

import java.security.KeyPair;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import jp.shomei.ca.reference.ReferenceIds;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;

/**
 * Keeps the private keys that the authority made, one for each generation of a certificate, until the last day of
 * download, so that the same certificate can be downloaded again. To be called outside any transaction: a key counts as
 * kept when the call returns.
 *
 * <p>Opening a key takes the server's key and the reference ID of the certificate's first notice, which is derived here
 * and not typed: what is typed changes with every new edition of a notice, and a renewal has no notice at all. So it does
 * not matter to a kept key which of them is valid. Whoever may have it is decided at the door, before anything is opened.
 */
public final class KeyEscrow {

    private static final int FIRST = 1;

    private final EscrowTable table;
    private final EscrowCipher cipher;
    private final ReferenceIds references;

    public KeyEscrow(EscrowTable table, EscrowCipher cipher, ReferenceIds references) {
        this.table = table;
        this.cipher = cipher;
        this.references = references;
    }

    /**
     * The key kept for this generation; makes and keeps one if there is none. When two ask at once, both get the same.
     *
     * @throws Refused with {@link ErrorCode#KEY_NOT_KEPT} if it was destroyed and that is not on record yet
     * @throws EscrowUnreadable if there is one that does not open
     */
    public KeyPair keep(String requestId, int generation, LocalDate downloadUntil, Supplier<KeyPair> maker) {
        return find(requestId, generation).orElseGet(() -> {
            KeyPair made = maker.get();
            byte[] bytes = cipher.seal(made, name(requestId, generation), secret(requestId));
            return table.insert(requestId, generation, downloadUntil, bytes)
                    ? made
                    : find(requestId, generation).orElseThrow(() -> Refused.because(ErrorCode.KEY_NOT_KEPT));
        });
    }

    /**
     * The key kept for this generation, if it is.
     *
     * @throws EscrowUnreadable if it does not open
     */
    public Optional<KeyPair> find(String requestId, int generation) {
        return table.ciphertext(requestId, generation)
                .map(bytes -> cipher.open(bytes, name(requestId, generation), secret(requestId)));
    }

    /** Forgets a key that no certificate was signed for and none will be. */
    public void discard(String requestId, int generation) {
        table.delete(requestId, generation);
    }

    /** Destroys the keys of the generations before this one: only the newest is ever handed out. */
    public void destroyBefore(String requestId, int generation) {
        if (generation > FIRST) {
            table.deleteBefore(requestId, generation);
        }
    }

    private String secret(String requestId) {
        return ReferenceIds.canonical(references.of(requestId, FIRST));
    }

    private static String name(String requestId, int generation) {
        return generation == FIRST ? requestId : requestId + "#" + generation;
    }
}
