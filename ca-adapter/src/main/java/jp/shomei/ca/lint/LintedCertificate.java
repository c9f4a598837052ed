package jp.shomei.ca.lint;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Proof that some bytes passed all lints, and the only thing the issuing key accepts. Only the {@link Linter} can make
 * one, and it can be redeemed once.
 */
public final class LintedCertificate {

    private final byte[] toBeSigned;
    private final AtomicBoolean spent = new AtomicBoolean();

    LintedCertificate(byte[] toBeSigned) {
        this.toBeSigned = toBeSigned.clone();
    }

    /**
     * Spends the proof for the bytes it stands for.
     *
     * @throws IllegalStateException the second time
     */
    public byte[] redeem() {
        if (!spent.compareAndSet(false, true)) {
            throw new IllegalStateException("these bytes were signed already; lint them again");
        }
        return toBeSigned.clone();
    }
}
