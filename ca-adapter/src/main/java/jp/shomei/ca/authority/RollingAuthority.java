package jp.shomei.ca.authority;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jp.shomei.ca.lint.Linted;

/** An authority with one issuing certificate after the other. Each signs with its own key for as long as it is valid. */
final class RollingAuthority implements CertificateAuthority {

    private final X509Certificate root;
    private final List<Issuer> newestFirst;
    private final Clock clock;

    /**
     * @param newestFirst at least one
     */
    RollingAuthority(X509Certificate root, List<Issuer> newestFirst, Clock clock) {
        this.root = root;
        this.newestFirst = List.copyOf(newestFirst);
        this.clock = clock;
    }

    @Override
    public X509Certificate root() {
        return root;
    }

    @Override
    public X509Certificate issuing() {
        return issuers().stream()
                .findFirst()
                .orElseGet(() -> newestFirst.getFirst().certificate());
    }

    @Override
    public List<X509Certificate> issuers() {
        Instant now = clock.instant();
        return newestFirst.stream()
                .filter(issuer -> issuer.isValidAt(now))
                .map(Issuer::certificate)
                .toList();
    }

    @Override
    public void probe() {
        X509Certificate newest = issuing();
        newestFirst.stream()
                .filter(issuer -> issuer.certificate().equals(newest))
                .forEach(Issuer::probe);
    }

    @Override
    public byte[] sign(Linted linted) {
        byte[] toBeSigned = linted.redeem();
        return newestFirst.stream()
                .filter(issuer -> issuer.certificate().equals(linted.issuer()))
                .findFirst()
                .orElseThrow(() -> new SigningFailed("the key of this issuer is not here"))
                .sign(toBeSigned);
    }
}
