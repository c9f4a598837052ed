package jp.shomei.ca.lint;

import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Proof that some bytes passed all lints, and the only thing an issuing key accepts. Only the linters of this package can
 * make one, and it can be redeemed once.
 */
public final class Linted {

    private final X509Certificate issuer;
    private final byte[] toBeSigned;
    private final AtomicBoolean spent = new AtomicBoolean();

    Linted(X509Certificate issuer, byte[] toBeSigned) {
        this.issuer = issuer;
        this.toBeSigned = toBeSigned.clone();
    }

    /** The issuing certificate whose key is to sign. */
    public X509Certificate issuer() {
        return issuer;
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
