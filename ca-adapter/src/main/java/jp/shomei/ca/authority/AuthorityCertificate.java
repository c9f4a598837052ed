package jp.shomei.ca.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.KeyIdentifiers;
import jp.shomei.ca.x509.PublicKeys;
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
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The certificate of an authority, before it is signed (RFC 5280 section 4.2).
 *
 * @param subject whose it is
 * @param keys their key pair
 * @param first first day of validity
 * @param years length of validity
 * @param constraints how many authorities may follow
 */
record AuthorityCertificate(X500Name subject, KeyPair keys, LocalDate first, int years, BasicConstraints constraints) {

    static final String SIGNATURE = "SHA256withRSA";

    /** Signs with the issuer's key; an issuer that signs itself gives its own name and keys. */
    X509Certificate signedBy(X500Name issuer, KeyPair issuerKeys, SecureRandom random)
            throws IOException, OperatorCreationException {
        SubjectPublicKeyInfo key = PublicKeys.of(keys.getPublic());
        BigInteger serial = SerialNumbers.next(random);
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer,
                serial,
                ValidityDays.encode(ValidityDays.startOf(first)),
                ValidityDays.encode(ValidityDays.endOf(first.plusYears(years).minusDays(1))),
                subject,
                key);
        builder.addExtension(Extension.basicConstraints, true, constraints);
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        builder.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(KeyIdentifiers.of(key)));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new AuthorityKeyIdentifier(KeyIdentifiers.of(PublicKeys.of(issuerKeys.getPublic()))));
        return Certificates.read(
                builder.build(signer(issuerKeys.getPrivate(), random)).getEncoded());
    }

    private static org.bouncycastle.operator.ContentSigner signer(PrivateKey key, SecureRandom random)
            throws OperatorCreationException {
        return new JcaContentSignerBuilder(SIGNATURE).setSecureRandom(random).build(key);
    }
}
