package jp.shomei.ca.ocsp;

import java.security.cert.X509Certificate;
import java.util.List;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.authority.SigningFailed;
import jp.shomei.ca.lint.Linted;

/** An authority whose key is away now and then. */
final class AuthorityThatMayFail implements CertificateAuthority {

    volatile boolean isAway;
    private final CertificateAuthority whole;

    AuthorityThatMayFail() {
        this.whole = TestAuthority.authority();
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
        if (isAway) {
            throw new SigningFailed("the key is away");
        }
        return whole.sign(linted);
    }
}
