package jp.shomei.ca.service;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import jp.shomei.ca.profile.CertificateProfile;
import jp.shomei.ca.profile.ServiceProfile;
import jp.shomei.ca.publication.Pointers;
import jp.shomei.ca.publication.PublicAddresses;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.KeyIdentifiers;
import jp.shomei.ca.x509.Names;
import jp.shomei.ca.x509.PublicKeys;
import jp.shomei.ca.x509.SigningAlgorithm;
import jp.shomei.ca.x509.ValidityDays;
import jp.shomei.contracts.time.JapanTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.util.IPAddress;

/** Fills in a service's certificate, up to but without the signature. */
final class ServiceTemplate {

    private final String organization;
    private final PublicAddresses addresses;

    ServiceTemplate(String organization, PublicAddresses addresses) {
        this.organization = organization;
        this.addresses = addresses;
    }

    /** The TBSCertificate in DER, valid from the beginning of today in Japan for as long as the profile and the issuer allow. */
    byte[] fill(ServiceOrder order, BigInteger serialNumber, Instant now) {
        X509Certificate issuer = order.issuer();
        LocalDate first = JapanTime.dayOf(now);
        CertificateProfile profile = order.service().profile();
        V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
        content.setSerialNumber(new ASN1Integer(serialNumber));
        content.setSignature(SigningAlgorithm.of(issuer).identifier());
        content.setIssuer(Certificates.structure(issuer).getSubject());
        content.setStartDate(ValidityDays.encode(ValidityDays.startOf(first)));
        content.setEndDate(
                ValidityDays.encode(ValidityDays.endOf(lastDay(first.plusMonths(profile.validityMonths()), issuer))));
        content.setSubject(Names.of(organization, order.service().commonName()));
        content.setSubjectPublicKeyInfo(PublicKeys.of(order.key()));
        try {
            content.setExtensions(extensions(order, serialNumber).generate());
            return content.generateTBSCertificate().getEncoded("DER");
        } catch (IOException impossible) {
            throw new IllegalStateException("a certificate could not be written", impossible);
        }
    }

    private static LocalDate lastDay(LocalDate wanted, X509Certificate issuer) {
        LocalDate last =
                JapanTime.dayOf(issuer.getNotAfter().toInstant().plusSeconds(1)).minusDays(1);
        return wanted.isBefore(last) ? wanted : last;
    }

    private ExtensionsGenerator extensions(ServiceOrder order, BigInteger serialNumber) throws IOException {
        SubjectPublicKeyInfo key = PublicKeys.of(order.key());
        CertificateProfile profile = order.service().profile();
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        extensions.addExtension(Extension.keyUsage, true, profile.keyUsageExtension());
        extensions.addExtension(Extension.extendedKeyUsage, false, profile.extendedKeyUsageExtension());
        extensions.addExtension(
                Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(KeyIdentifiers.of(key)));
        extensions.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new AuthorityKeyIdentifier(KeyIdentifiers.ofIssuer(order.issuer())));
        addOwn(extensions, order, serialNumber);
        return extensions;
    }

    private void addOwn(ExtensionsGenerator extensions, ServiceOrder order, BigInteger serialNumber)
            throws IOException {
        if (order.service() == ServiceProfile.OCSP_SIGNER) {
            extensions.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
            return;
        }
        String issuer = KeyIdentifiers.hexOfIssuer(order.issuer());
        extensions.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(
                        order.hosts().stream().map(ServiceTemplate::host).toArray(GeneralName[]::new)));
        extensions.addExtension(
                Extension.cRLDistributionPoints,
                false,
                Pointers.distributionPoint(addresses.listFor(issuer, serialNumber)));
        extensions.addExtension(
                Extension.authorityInfoAccess,
                false,
                Pointers.authorityInformationAccess(addresses.ocsp(), addresses.issuer(issuer)));
    }

    private static GeneralName host(String host) {
        return new GeneralName(IPAddress.isValid(host) ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }
}
