package jp.shomei.benchmarks;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The cryptography of an issue and nothing else: key, signature, PKCS#12, of the same kinds and sizes. */
final class BareAuthority {

    private static final int HOLDER_BITS = 2048;
    private static final int ISSUER_BITS = 3072;
    private static final int SERIAL_BITS = 159;
    private static final String SIGNATURE = "SHA256withRSA";
    private static final X500Name NAME = new X500Name("C=JP,O=Online Billing NW Common,CN=Bare");

    private final SecureRandom random = new SecureRandom();
    private final KeyPair issuing = keyPair(ISSUER_BITS);
    private final X509Certificate issuer = certificate(issuing);
    private final X509Certificate root = certificate(keyPair(ISSUER_BITS));

    KeyPair holderKey() {
        return keyPair(HOLDER_BITS);
    }

    /** Signs a certificate for a key and packs both. */
    byte[] issue(KeyPair holder) throws Exception {
        X509Certificate certificate = certificate(holder);
        char[] password = "2468".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry("holder", holder.getPrivate(), password, new X509Certificate[] {certificate, issuer, root});
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        store.store(file, password);
        return file.toByteArray();
    }

    private KeyPair keyPair(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits, random);
            return generator.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has RSA", impossible);
        }
    }

    private X509Certificate certificate(KeyPair holder) {
        try {
            Instant now = Instant.now();
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    NAME,
                    new BigInteger(SERIAL_BITS, random),
                    Date.from(now),
                    Date.from(now.plus(365, ChronoUnit.DAYS)),
                    NAME,
                    holder.getPublic());
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    extensions.createAuthorityKeyIdentifier(issuing.getPublic()));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(holder.getPublic()));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
            builder.addExtension(Extension.cRLDistributionPoints, false, listAddress());
            ContentSigner signer = new JcaContentSignerBuilder(SIGNATURE).build(issuing.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (Exception impossible) {
            throw new IllegalStateException("no certificate", impossible);
        }
    }

    private static CRLDistPoint listAddress() {
        GeneralName address = new GeneralName(GeneralName.uniformResourceIdentifier, "http://localhost/ca/issuing.crl");
        return new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(new DistributionPointName(new GeneralNames(address)), null, null)
        });
    }
}
