package jp.shomei.ca;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.shomei.ca.authority.AuthorityStart;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.authority.SigningFailed;
import jp.shomei.ca.lint.Linted;

/** An authority with two issuers, of which one or the other is away now and then. */
public final class TwoIssuers implements CertificateAuthority {

    /** Whose keys cannot be used. */
    public final Set<X509Certificate> away = ConcurrentHashMap.newKeySet();

    /** With whose keys something was to be signed, in order. */
    public final List<X509Certificate> tries = new CopyOnWriteArrayList<>();

    private final CertificateAuthority first = TestAuthority.authority();
    private final CertificateAuthority second;

    /** With the second issuer's keys in this place. */
    public TwoIssuers(Path place) {
        AuthorityStart start = TestAuthority.start(TestAuthority.memoryDatabase());
        this.second = start.authority(start.directory(place, TestAuthority.ORGANIZATION));
    }

    @Override
    public X509Certificate root() {
        return first.root();
    }

    @Override
    public X509Certificate issuing() {
        return first.issuing();
    }

    @Override
    public List<X509Certificate> issuers() {
        return List.of(first.issuing(), second.issuing());
    }

    @Override
    public byte[] sign(Linted linted) {
        tries.add(linted.issuer());
        if (away.contains(linted.issuer())) {
            throw new SigningFailed("the key is away");
        }
        return (linted.issuer().equals(first.issuing()) ? first : second).sign(linted);
    }
}
