package jp.shomei.ca.lint;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.shomei.ca.profile.ServiceProfile;
import jp.shomei.ca.publication.PublicAddresses;
import jp.shomei.ca.x509.Certificates;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;

/** Looks at the very bytes of a service's certificate that are to be signed, and lets them pass or not. */
public final class ServiceLinter {

    private static final List<Lint> ALWAYS = List.of(
            new VersionLint(),
            new SerialNumberEntropyLint(),
            new SignatureAlgorithmLint(),
            new IssuerNameLint(),
            new ValidityWithinProfileLint(),
            new ValidityWithinIssuerLint(),
            new PublicKeyStrengthLint(),
            new BasicConstraintsLint(),
            new KeyUsageLint(),
            new ExtendedKeyUsageLint(),
            new SubjectKeyIdentifierLint(),
            new AuthorityKeyIdentifierLint());

    private final String organization;
    private final PublicAddresses addresses;

    /**
     * @param organization the organization in every name
     * @param addresses where the authority publishes
     */
    public ServiceLinter(String organization, PublicAddresses addresses) {
        this.organization = organization;
        this.addresses = addresses;
    }

    /**
     * Runs every lint.
     *
     * @param toBeSigned a TBSCertificate in DER
     * @param issuer the issuing certificate whose key is to sign
     * @throws LintRefused naming every finding
     */
    public Linted lint(byte[] toBeSigned, ServiceProfile service, X509Certificate issuer) {
        List<Lint> lints = new ArrayList<>(ALWAYS);
        lints.add(new ServiceSubjectLint(service.commonName()));
        lints.addAll(ownLints(service));
        Findings.refuse(
                lints,
                new ToBeSigned(
                        Findings.read(toBeSigned),
                        service.profile(),
                        Certificates.structure(issuer),
                        organization,
                        addresses));
        return new Linted(issuer, toBeSigned);
    }

    private static List<Lint> ownLints(ServiceProfile service) {
        return switch (service) {
            case OCSP_SIGNER -> List.of(extensions(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck), new OcspNoCheckLint());
            case TLS_SERVER ->
                List.of(
                        extensions(
                                Extension.subjectAlternativeName,
                                Extension.cRLDistributionPoints,
                                Extension.authorityInfoAccess),
                        new HostNamesLint(),
                        new DistributionPointLint(),
                        new AuthorityInformationAccessLint());
        };
    }

    private static Lint extensions(ASN1ObjectIdentifier... own) {
        List<ASN1ObjectIdentifier> known = new ArrayList<>(List.of(
                Extension.basicConstraints,
                Extension.keyUsage,
                Extension.extendedKeyUsage,
                Extension.subjectKeyIdentifier,
                Extension.authorityKeyIdentifier));
        known.addAll(List.of(own));
        return new KnownExtensionsLint(Set.copyOf(known));
    }
}
