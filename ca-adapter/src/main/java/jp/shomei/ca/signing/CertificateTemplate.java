package jp.shomei.ca.signing;

import java.io.IOException;
import java.math.BigInteger;
import jp.shomei.ca.profile.CertificateProfile;
import jp.shomei.ca.x509.KeyIdentifiers;
import jp.shomei.ca.x509.Names;
import jp.shomei.ca.x509.ValidityDays;
import jp.shomei.contracts.certificate.DownloadOrder;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.cert.X509CertificateHolder;

/** Fills in a holder's certificate, up to but without the signature (RFC 5280 section 4.1.2). */
public final class CertificateTemplate {

    private final X509CertificateHolder issuer;
    private final String organization;

    /**
     * @param issuer the issuing certificate
     * @param organization the organization in every holder's name
     */
    public CertificateTemplate(X509CertificateHolder issuer, String organization) {
        this.issuer = issuer;
        this.organization = organization;
    }

    /** The TBSCertificate in DER. */
    public byte[] fill(
            DownloadOrder order, SubjectPublicKeyInfo key, CertificateProfile profile, BigInteger serialNumber) {
        V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
        content.setSerialNumber(new ASN1Integer(serialNumber));
        content.setSignature(new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE));
        content.setIssuer(issuer.getSubject());
        content.setStartDate(ValidityDays.encode(ValidityDays.startOf(order.issuedOn())));
        content.setEndDate(ValidityDays.encode(ValidityDays.endOf(order.expiresOn())));
        content.setSubject(Names.of(organization, order.holder().value()));
        content.setSubjectPublicKeyInfo(key);
        try {
            content.setExtensions(extensions(key, profile));
            return content.generateTBSCertificate().getEncoded("DER");
        } catch (IOException impossible) {
            throw new IllegalStateException("a certificate could not be written", impossible);
        }
    }

    private Extensions extensions(SubjectPublicKeyInfo key, CertificateProfile profile) throws IOException {
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
        return extensions.generate();
    }
}
