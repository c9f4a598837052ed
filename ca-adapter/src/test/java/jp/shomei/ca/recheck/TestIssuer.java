package jp.shomei.ca.recheck;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import jp.shomei.ca.Orders;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.lint.Linted;
import jp.shomei.ca.signing.CertificateTemplate;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.KeyIdentifiers;
import jp.shomei.ca.x509.Names;
import jp.shomei.ca.x509.PublicKeys;
import jp.shomei.ca.x509.SerialNumbers;
import jp.shomei.ca.x509.ValidityDays;
import jp.shomei.contracts.certificate.DownloadOrder;
import jp.shomei.contracts.certificate.SigningState;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An issuer that signs whatever it is given, as no real one would. */
record TestIssuer(KeyPair keys, X509Certificate certificate) {

    static TestIssuer named(String name) throws Exception {
        KeyPair keys = TestAuthority.PROFILES.named("rsa-2048").generateKeyPair(TestAuthority.RANDOM);
        X500Name subject = Names.of(TestAuthority.ORGANIZATION, name);
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                subject,
                SerialNumbers.next(TestAuthority.RANDOM),
                ValidityDays.encode(ValidityDays.startOf(TestAuthority.DAY)),
                ValidityDays.encode(ValidityDays.endOf(TestAuthority.DAY.plusYears(15))),
                subject,
                PublicKeys.of(keys.getPublic()));
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new SubjectKeyIdentifier(KeyIdentifiers.of(PublicKeys.of(keys.getPublic()))));
        return new TestIssuer(
                keys,
                Certificates.read(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()))
                        .getEncoded()));
    }

    /** An authority with these issuers, newest first, that signs nothing. */
    static CertificateAuthority authorityOf(TestIssuer... issuers) {
        List<X509Certificate> certificates =
                List.of(issuers).stream().map(TestIssuer::certificate).toList();
        return new CertificateAuthority() {
            @Override
            public X509Certificate root() {
                return certificates.getLast();
            }

            @Override
            public X509Certificate issuing() {
                return certificates.getFirst();
            }

            @Override
            public List<X509Certificate> issuers() {
                return certificates;
            }

            @Override
            public byte[] sign(Linted linted) {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** A certificate that keeps its profile if it expires in time. */
    StoredCertificate issue(LocalDate expires) throws Exception {
        KeyPair holder = TestAuthority.PROFILES.named("ec-p256").generateKeyPair(TestAuthority.RANDOM);
        byte[] toBeSigned = new CertificateTemplate(
                        authorityOf(this), TestAuthority.ORGANIZATION, TestAuthority.ADDRESSES)
                .fill(
                        new DownloadOrder(
                                Orders.REQUEST_ID,
                                1,
                                1,
                                true,
                                Orders.HOLDER,
                                Orders.ISSUED,
                                expires,
                                Orders.DOWNLOAD_UNTIL,
                                new SigningState(null, null)),
                        PublicKeys.of(holder.getPublic()),
                        TestAuthority.PROFILES.named("ec-p256"),
                        SerialNumbers.next(TestAuthority.RANDOM));
        byte[] der = sign(toBeSigned);
        return new StoredCertificate(
                SerialNumbers.hex(Certificates.read(der).getSerialNumber()), Orders.REQUEST_ID, der, false);
    }

    private byte[] sign(byte[] toBeSigned) throws GeneralSecurityException, IOException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(toBeSigned);
        return new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {
                    ASN1Primitive.fromByteArray(toBeSigned),
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE),
                    new DERBitString(signature.sign())
                })
                .getEncoded("DER");
    }
}
