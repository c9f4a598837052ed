package jp.shomei.ca.crl;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.authority.SigningFailed;
import jp.shomei.ca.lint.Linted;

/** An authority whose key is away until it is mended, or hangs. */
final class BrokenAuthority implements CertificateAuthority {

    final AtomicInteger tries = new AtomicInteger();
    volatile boolean mended;
    volatile CountDownLatch hanging = new CountDownLatch(0);
    private final CertificateAuthority whole;

    BrokenAuthority(CertificateAuthority whole) {
        this.whole = whole;
    }

    @Override
    public X509Certificate root() {
        return whole.root();
    }

    @Override
    public X509Certificate issuing() {
        return whole.issuing();
    }

    @Override
    public List<X509Certificate> issuers() {
        return whole.issuers();
    }

    @Override
    public byte[] sign(Linted linted) {
        tries.incrementAndGet();
        try {
            hanging.await();
        } catch (InterruptedException stopped) {
            throw new SigningFailed("the key hung", stopped);
        }
        if (!mended) {
            throw new SigningFailed("the key is away");
        }
        return whole.sign(linted);
    }
}
