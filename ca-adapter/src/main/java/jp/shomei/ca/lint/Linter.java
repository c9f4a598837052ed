package jp.shomei.ca.lint;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Supplier;
import jp.shomei.ca.profile.CertificateProfile;
import jp.shomei.ca.profile.CertificateProfiles;
import jp.shomei.ca.publication.Pointers;
import jp.shomei.ca.publication.PublicAddresses;
import jp.shomei.ca.x509.Certificates;
import org.bouncycastle.asn1.x509.TBSCertificate;

/** Looks at the very bytes that are to be signed, and lets them pass or not. */
public final class Linter {

    private static final List<Lint> LINTS = List.of(
            new VersionLint(),
            new SerialNumberEntropyLint(),
            new SignatureAlgorithmLint(),
            new IssuerNameLint(),
            new SubjectLint(),
            new ValidityWithinProfileLint(),
            new ValidityWithinIssuerLint(),
            new PublicKeyStrengthLint(),
            new KnownExtensionsLint(),
            new BasicConstraintsLint(),
            new KeyUsageLint(),
            new ExtendedKeyUsageLint(),
            new SubjectKeyIdentifierLint(),
            new AuthorityKeyIdentifierLint(),
            new DistributionPointLint(),
            new AuthorityInformationAccessLint());

    private final CertificateProfiles profiles;
    private final Issuers issuers;
    private final String organization;
    private final PublicAddresses addresses;

    /**
     * @param issuers the issuing certificates there are at the moment, newest first
     * @param organization the organization in every holder's name
     * @param addresses where the authority publishes
     */
    public Linter(
            CertificateProfiles profiles,
            Supplier<List<X509Certificate>> issuers,
            String organization,
            PublicAddresses addresses) {
        this.profiles = profiles;
        this.issuers = new Issuers(issuers);
        this.organization = organization;
        this.addresses = addresses;
    }

    /**
     * Runs every lint.
     *
     * @param toBeSigned a TBSCertificate in DER
     * @throws LintRefused naming every finding
     */
    public Linted lint(byte[] toBeSigned) {
        TBSCertificate content = Findings.read(toBeSigned);
        CertificateProfile profile = profiles.of(content.getSubjectPublicKeyInfo())
                .orElseThrow(() -> new LintRefused(List.of("Linter: the key fits no profile")));
        X509Certificate issuer = issuers.of(content);
        ToBeSigned certificate =
                new ToBeSigned(content, profile, Certificates.structure(issuer), organization, addressesIn(content));
        Findings.refuse(LINTS, certificate);
        return new Linted(issuer, toBeSigned);
    }

    /**
     * The addresses in use when it was drafted: an intent, and a certificate on file, outlive a change of the public URL.
     * They must belong together; if there are none, the lints say so.
     */
    private PublicAddresses addressesIn(TBSCertificate content) {
        try {
            return Pointers.publicUrlIn(content.getExtensions())
                    .map(url -> new PublicAddresses(url, 1))
                    .orElse(addresses);
        } catch (IllegalArgumentException unreadable) {
            return addresses;
        }
    }
}
