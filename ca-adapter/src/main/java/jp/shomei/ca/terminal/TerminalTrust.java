package jp.shomei.ca.terminal;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.SerialNumbers;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificate a terminal may come with: a holder's, of this authority, valid now (by the clock handed in), meant
 * for clients, and not revoked. What is not on record is not accepted either, whoever signed it.
 */
public final class TerminalTrust {

    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

    private final CertificateAuthority authority;
    private final TerminalRegister register;
    private final Clock clock;

    public TerminalTrust(CertificateAuthority authority, TerminalRegister register, Clock clock) {
        this.authority = authority;
        this.register = register;
        this.clock = clock;
    }

    /** Whether a terminal may come with this certificate at this moment. */
    public boolean accepts(X509Certificate certificate) {
        try {
            require(certificate);
            return true;
        } catch (CertificateException refused) {
            return false;
        }
    }

    /**
     * Lets a certificate pass.
     *
     * @throws CertificateException saying why not
     */
    void require(X509Certificate certificate) throws CertificateException {
        requirePath(certificate);
        requirePurpose(certificate);
        if (!register.isGood(SerialNumbers.hex(certificate.getSerialNumber()))) {
            throw new CertificateException("the certificate is revoked, or not on record");
        }
    }

    /** The authorities that holders' certificates may come from. */
    X509Certificate[] issuers() {
        return Stream.concat(authority.issuers().stream(), Stream.of(authority.root()))
                .toArray(X509Certificate[]::new);
    }

    private void requirePath(X509Certificate certificate) throws CertificateException {
        X509Certificate issuer = authority.issuers().stream()
                .filter(candidate -> Certificates.isSignedBy(certificate, candidate))
                .findFirst()
                .orElseThrow(() -> new CertificateException("the certificate is not of this authority"));
        try {
            CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate, issuer));
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority.root(), null)));
            parameters.setDate(Date.from(clock.instant()));
            // the register knows better, and at once
            parameters.setRevocationEnabled(false);
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
        } catch (GeneralSecurityException invalid) {
            throw new CertificateException("the certificate is not valid: " + invalid.getMessage(), invalid);
        }
    }

    private static void requirePurpose(X509Certificate certificate) throws CertificateException {
        @Nullable List<String> purposes = certificate.getExtendedKeyUsage();
        boolean @Nullable [] usage = certificate.getKeyUsage();
        if (purposes == null || !purposes.contains(CLIENT_AUTHENTICATION) || usage == null || !usage[0]) {
            throw new CertificateException("the certificate is not one for clients");
        }
    }
}
