package jp.shomei.ca.authority;

import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.KeyIdentifiers;
import jp.shomei.ca.x509.SerialNumbers;
import jp.shomei.ca.x509.ValidityDays;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;

/**
 * The certificate of an authority, before it is signed (RFC 5280 section 4.2).
 *
 * @param subject whose it is
 * @param key their public key
 * @param first first day of validity
 * @param years length of validity
 * @param constraints how many authorities may follow
 */
record AuthorityCertificate(
        X500Name subject, SubjectPublicKeyInfo key, LocalDate first, int years, BasicConstraints constraints) {

    /** Has the issuer sign; an issuer that signs itself gives its own name and key. */
    X509Certificate signedBy(X500Name issuer, SubjectPublicKeyInfo issuerKey, ContentSigner signer, SecureRandom random)
            throws IOException {
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer,
                SerialNumbers.next(random),
                ValidityDays.encode(ValidityDays.startOf(first)),
                ValidityDays.encode(ValidityDays.endOf(first.plusYears(years).minusDays(1))),
                subject,
                key);
        builder.addExtension(Extension.basicConstraints, true, constraints);
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        builder.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(KeyIdentifiers.of(key)));
        builder.addExtension(
                Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(KeyIdentifiers.of(issuerKey)));
        return Certificates.read(builder.build(signer).getEncoded());
    }
}
