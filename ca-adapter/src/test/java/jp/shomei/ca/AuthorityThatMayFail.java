package jp.shomei.ca;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.authority.SigningFailed;
import jp.shomei.ca.lint.Linted;

/** An authority whose key is away now and then, or hangs. */
public final class AuthorityThatMayFail implements CertificateAuthority {

    public volatile boolean isAway;
    public volatile CountDownLatch hanging = new CountDownLatch(0);
    public final AtomicInteger tries = new AtomicInteger();
    private final CertificateAuthority whole;

    public AuthorityThatMayFail() {
        this.whole = TestAuthority.authority();
    }

    /** One whose key is away from the beginning. */
    public static AuthorityThatMayFail away() {
        AuthorityThatMayFail authority = new AuthorityThatMayFail();
        authority.isAway = true;
        return authority;
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
        if (isAway) {
            throw new SigningFailed("the key is away");
        }
        return whole.sign(linted);
    }
}
