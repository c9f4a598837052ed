package jp.shomei.http.notice;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** The issuer's name as the notice prints it (発行者), read from the issuing certificate and never written down apart. */
final class IssuerName {
    private IssuerName() {}

    /**
     * The common name of a certificate's subject, or the whole name if it has none.
     *
     * @param certificate DER, base64
     */
    static String of(String certificate) {
        try {
            byte[] encoded = Base64.getDecoder().decode(certificate);
            X509Certificate issuer = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
            String name = issuer.getSubjectX500Principal().getName();
            return new LdapName(name)
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> part.getValue().toString())
                            .findFirst()
                            .orElse(name);
        } catch (CertificateException | InvalidNameException unreadable) {
            throw new IllegalStateException("the authority's own certificate cannot be read", unreadable);
        }
    }
}
