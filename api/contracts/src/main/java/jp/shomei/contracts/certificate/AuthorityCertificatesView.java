package jp.shomei.contracts.certificate;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * The authority's own certificates, in DER, base64.
 *
 * @param root the root
 * @param issuing the issuing authority, signed by the root
 */
public record AuthorityCertificatesView(String root, String issuing) {

    /**
     * The issuer's name as the notice prints it (発行者): the common name of the issuing certificate's subject, or the whole
     * name if it has none. Read from the certificate and never written down apart.
     *
     * @throws IllegalStateException if the certificate cannot be read
     */
    public String issuerName() {
        try {
            byte[] encoded = Base64.getDecoder().decode(issuing);
            X509Certificate issuer = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
            return commonName(issuer.getSubjectX500Principal().getName());
        } catch (CertificateException | InvalidNameException unreadable) {
            throw new IllegalStateException("the authority's own certificate cannot be read", unreadable);
        }
    }

    private static String commonName(String name) throws InvalidNameException {
        return new LdapName(name)
                .getRdns().stream()
                        .filter(part -> part.getType().equalsIgnoreCase("CN"))
                        .map(part -> part.getValue().toString())
                        .findFirst()
                        .orElse(name);
    }
}
