package jp.shomei.ca.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.profile.CertificateProfile;
import jp.shomei.ca.publication.Pointers;
import jp.shomei.ca.publication.PublicAddresses;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.KeyIdentifiers;
import jp.shomei.ca.x509.Names;
import jp.shomei.ca.x509.SigningAlgorithm;
import jp.shomei.ca.x509.ValidityDays;
import jp.shomei.contracts.certificate.DownloadOrder;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.cert.X509CertificateHolder;

/** Fills in a holder's certificate, up to but without the signature (RFC 5280 section 4.1.2). */
public final class CertificateTemplate {

    private final CertificateAuthority authority;
    private final String organization;
    private final PublicAddresses addresses;

    /**
     * @param authority whose newest issuing certificate that covers the validity becomes the issuer
     * @param organization the organization in every holder's name
     * @param addresses where the authority publishes
     */
    public CertificateTemplate(CertificateAuthority authority, String organization, PublicAddresses addresses) {
        this.authority = authority;
        this.organization = organization;
        this.addresses = addresses;
    }

    /** The TBSCertificate in DER. */
    public byte[] fill(
            DownloadOrder order, SubjectPublicKeyInfo key, CertificateProfile profile, BigInteger serialNumber) {
        Instant start = ValidityDays.startOf(order.issuedOn());
        Instant end = ValidityDays.endOf(order.expiresOn());
        X509Certificate issuer = authority.issuerFor(start, end);
        X509CertificateHolder structure = Certificates.structure(issuer);
        V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
        content.setSerialNumber(new ASN1Integer(serialNumber));
        content.setSignature(SigningAlgorithm.of(issuer).identifier());
        content.setIssuer(structure.getSubject());
        content.setStartDate(ValidityDays.encode(start));
        content.setEndDate(ValidityDays.encode(end));
        content.setSubject(Names.of(organization, order.holder().value()));
        content.setSubjectPublicKeyInfo(key);
        try {
            ExtensionsGenerator extensions = extensions(key, profile, structure);
            addPointers(extensions, KeyIdentifiers.hexOfIssuer(issuer), serialNumber);
            content.setExtensions(extensions.generate());
            return content.generateTBSCertificate().getEncoded("DER");
        } catch (IOException impossible) {
            throw new IllegalStateException("a certificate could not be written", impossible);
        }
    }

    private static ExtensionsGenerator extensions(
            SubjectPublicKeyInfo key, CertificateProfile profile, X509CertificateHolder issuer) throws IOException {
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        extensions.addExtension(Extension.keyUsage, true, profile.keyUsageExtension());
        extensions.addExtension(Extension.extendedKeyUsage, false, profile.extendedKeyUsageExtension());
        extensions.addExtension(
                Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(KeyIdentifiers.of(key)));
        extensions.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new AuthorityKeyIdentifier(SubjectKeyIdentifier.fromExtensions(issuer.getExtensions())
                        .getKeyIdentifier()));
        return extensions;
    }

    private void addPointers(ExtensionsGenerator extensions, String issuerKeyId, BigInteger serialNumber)
            throws IOException {
        extensions.addExtension(
                Extension.cRLDistributionPoints,
                false,
                Pointers.distributionPoint(addresses.listFor(issuerKeyId, serialNumber)));
        extensions.addExtension(
                Extension.authorityInfoAccess,
                false,
                Pointers.authorityInformationAccess(addresses.ocsp(), addresses.issuer(issuerKeyId)));
    }
}
