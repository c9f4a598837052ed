package jp.shomei.ca.lint;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import jp.shomei.ca.Orders;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.profile.CertificateProfile;
import jp.shomei.ca.publication.Pointers;
import jp.shomei.ca.x509.KeyIdentifiers;
import jp.shomei.ca.x509.Names;
import jp.shomei.ca.x509.PublicKeys;
import jp.shomei.ca.x509.SerialNumbers;
import jp.shomei.ca.x509.ValidityDays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.jspecify.annotations.Nullable;

/** A certificate that is right in everything, until a test spoils one thing. */
final class Candidate {

    private static final Map<String, SubjectPublicKeyInfo> KEYS = new LinkedHashMap<>();

    BigInteger serialNumber = SerialNumbers.next(TestAuthority.RANDOM);
    AlgorithmIdentifier algorithm =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
    X500Name issuer = TestAuthority.issuer().getSubject();
    X500Name subject = Names.of(TestAuthority.ORGANIZATION, Orders.HOLDER.value());
    Instant start = ValidityDays.startOf(Orders.ISSUED);
    Instant end = ValidityDays.endOf(Orders.EXPIRES);
    SubjectPublicKeyInfo key;
    boolean uniqueId;
    private final Map<ASN1ObjectIdentifier, Extension> extensions = new LinkedHashMap<>();

    private Candidate(CertificateProfile profile, SubjectPublicKeyInfo key) throws IOException {
        this.key = key;
        extension(Extension.basicConstraints, true, new BasicConstraints(false));
        extension(Extension.keyUsage, true, profile.keyUsageExtension());
        extension(Extension.extendedKeyUsage, false, profile.extendedKeyUsageExtension());
        extension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(KeyIdentifiers.of(key)));
        extension(
                Extension.authorityKeyIdentifier,
                false,
                new AuthorityKeyIdentifier(SubjectKeyIdentifier.fromExtensions(
                                TestAuthority.issuer().getExtensions())
                        .getKeyIdentifier()));
        String issuerKeyId =
                KeyIdentifiers.hexOfIssuer(TestAuthority.authority().issuing());
        extension(
                Extension.cRLDistributionPoints,
                false,
                Pointers.distributionPoint("http://ca.example.jp/ca/crl/" + issuerKeyId + ".crl"));
        extension(
                Extension.authorityInfoAccess,
                false,
                Pointers.authorityInformationAccess(
                        "http://ca.example.jp/ocsp", "http://ca.example.jp/ca/crt/" + issuerKeyId + ".crt"));
    }

    static Candidate of(String profile) throws IOException {
        return of(profile, key(profile));
    }

    static Candidate of(String profile, SubjectPublicKeyInfo key) throws IOException {
        return new Candidate(TestAuthority.PROFILES.named(profile), key);
    }

    static synchronized SubjectPublicKeyInfo key(String profile) {
        return Objects.requireNonNull(KEYS.computeIfAbsent(
                profile,
                name -> PublicKeys.of(TestAuthority.PROFILES
                        .named(name)
                        .generateKeyPair(TestAuthority.RANDOM)
                        .getPublic())));
    }

    Candidate extension(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) throws IOException {
        extensions.put(id, new Extension(id, critical, value.toASN1Primitive().getEncoded("DER")));
        return this;
    }

    Candidate without(ASN1ObjectIdentifier id) {
        extensions.remove(id);
        return this;
    }

    byte[] encoded() throws IOException {
        V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
        content.setSerialNumber(new ASN1Integer(serialNumber));
        content.setSignature(algorithm);
        content.setIssuer(issuer);
        content.setStartDate(ValidityDays.encode(start));
        content.setEndDate(ValidityDays.encode(end));
        content.setSubject(subject);
        content.setSubjectPublicKeyInfo(key);
        content.setSubjectUniqueID(uniqueIdentifier());
        content.setExtensions(new Extensions(extensions.values().toArray(Extension[]::new)));
        return content.generateTBSCertificate().getEncoded("DER");
    }

    private @Nullable DERBitString uniqueIdentifier() {
        return uniqueId ? new DERBitString(new byte[] {1}) : null;
    }
}
