package jp.shomei.ca.lint;

import java.util.HexFormat;
import jp.shomei.ca.profile.CertificateProfile;
import jp.shomei.ca.publication.PublicAddresses;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * What a lint looks at.
 *
 * @param content the structure read from the bytes to be signed
 * @param profile the profile its key fits
 * @param issuer the issuing certificate
 * @param organization the organization in every name
 * @param addresses where the authority publishes
 */
record ToBeSigned(
        TBSCertificate content,
        CertificateProfile profile,
        X509CertificateHolder issuer,
        String organization,
        PublicAddresses addresses) {

    /** The issuer's key identifier, as addresses call it. */
    String issuerKeyId() {
        return HexFormat.of()
                .formatHex(SubjectKeyIdentifier.fromExtensions(issuer.getExtensions())
                        .getKeyIdentifier());
    }
}
