package jp.shomei.ca.lint;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.shomei.ca.profile.CertificateProfile;
import jp.shomei.ca.profile.CertificateProfiles;
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
            new AuthorityKeyIdentifierLint());

    private final CertificateProfiles profiles;
    private final Issuers issuers;
    private final String organization;

    /**
     * @param issuers the issuing certificates there are at the moment, newest first
     * @param organization the organization in every holder's name
     */
    public Linter(CertificateProfiles profiles, Supplier<List<X509Certificate>> issuers, String organization) {
        this.profiles = profiles;
        this.issuers = new Issuers(issuers);
        this.organization = organization;
    }

    /**
     * Runs every lint.
     *
     * @param toBeSigned a TBSCertificate in DER
     * @throws LintRefused naming every finding
     */
    public Linted lint(byte[] toBeSigned) {
        TBSCertificate content = read(toBeSigned);
        CertificateProfile profile = profiles.of(content.getSubjectPublicKeyInfo())
                .orElseThrow(() -> new LintRefused(List.of("Linter: the key fits no profile")));
        X509Certificate issuer = issuers.of(content);
        ToBeSigned certificate = new ToBeSigned(content, profile, Certificates.structure(issuer), organization);
        List<String> findings = new ArrayList<>();
        for (Lint lint : LINTS) {
            look(lint, certificate)
                    .ifPresent(finding -> findings.add(lint.getClass().getSimpleName() + ": " + finding));
        }
        if (!findings.isEmpty()) {
            throw new LintRefused(findings);
        }
        return new Linted(issuer, toBeSigned);
    }

    private static Optional<String> look(Lint lint, ToBeSigned certificate) {
        try {
            return lint.finding(certificate);
        } catch (RuntimeException unreadable) {
            return Optional.of("cannot be read: " + unreadable);
        }
    }

    private static TBSCertificate read(byte[] toBeSigned) {
        try {
            TBSCertificate content = TBSCertificate.getInstance(toBeSigned);
            if (Arrays.equals(content.getEncoded("DER"), toBeSigned)) {
                return content;
            }
        } catch (IOException | RuntimeException unreadable) {
            throw new LintRefused(List.of("Linter: not a TBSCertificate: " + unreadable));
        }
        throw new LintRefused(List.of("Linter: not in DER"));
    }
}
