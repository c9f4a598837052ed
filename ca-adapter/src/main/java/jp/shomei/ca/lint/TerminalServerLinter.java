package jp.shomei.ca.lint;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.shomei.ca.profile.CertificateProfile;
import jp.shomei.ca.profile.HolderKeyAlgorithm;
import jp.shomei.ca.profile.HolderKeyPurpose;
import jp.shomei.ca.profile.HolderKeyUsage;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.Names;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.TBSCertificate;

/** Looks at the very bytes that are to be signed for the terminals' port, and lets them pass or not. */
public final class TerminalServerLinter {

    /** The common name of every such certificate. */
    public static final String COMMON_NAME = "Terminal Port";

    private static final int KEY_BITS = 256;
    private static final int MONTHS = 120;
    /** Its key, usages and longest validity. */
    public static final CertificateProfile PROFILE = new CertificateProfile(
            "terminal-port",
            HolderKeyAlgorithm.EC,
            KEY_BITS,
            Set.of(HolderKeyUsage.DIGITAL_SIGNATURE),
            // looked at by a lint of its own: no holder's key may be a server's
            Set.of(HolderKeyPurpose.CLIENT_AUTH),
            MONTHS);

    private static final Set<ASN1ObjectIdentifier> EXTENSIONS = Set.of(
            Extension.basicConstraints,
            Extension.keyUsage,
            Extension.extendedKeyUsage,
            Extension.subjectAlternativeName,
            Extension.subjectKeyIdentifier,
            Extension.authorityKeyIdentifier);
    private static final List<Lint> LINTS = List.of(
            new VersionLint(),
            new SerialNumberEntropyLint(),
            new SignatureAlgorithmLint(),
            new IssuerNameLint(),
            new ValidityWithinProfileLint(),
            new ValidityWithinIssuerLint(),
            new PublicKeyStrengthLint(),
            new BasicConstraintsLint(),
            new KeyUsageLint(),
            new SubjectKeyIdentifierLint(),
            new AuthorityKeyIdentifierLint(),
            TerminalServerLinter::subject,
            TerminalServerLinter::purpose,
            TerminalServerLinter::hostNames,
            TerminalServerLinter::extensions);

    private final String organization;

    /**
     * @param organization the organization in the subject
     */
    public TerminalServerLinter(String organization) {
        this.organization = organization;
    }

    /**
     * Runs every lint.
     *
     * @param toBeSigned a TBSCertificate in DER
     * @param issuer the issuing certificate whose key is to sign
     * @throws LintRefused naming every finding
     */
    public Linted lint(byte[] toBeSigned, X509Certificate issuer) {
        ToBeSigned certificate =
                new ToBeSigned(read(toBeSigned), PROFILE, Certificates.structure(issuer), organization);
        List<String> findings =
                LINTS.stream().flatMap(lint -> look(lint, certificate).stream()).toList();
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
            throw new LintRefused(List.of("not a TBSCertificate: " + unreadable));
        }
        throw new LintRefused(List.of("not in DER"));
    }

    private static Optional<String> subject(ToBeSigned certificate) {
        return Lint.unless(
                Names.of(certificate.organization(), COMMON_NAME)
                        .toASN1Primitive()
                        .equals(certificate.content().getSubject().toASN1Primitive()),
                "not C=JP, the organization and " + COMMON_NAME);
    }

    private static Optional<String> purpose(ToBeSigned certificate) {
        return Lint.unlessExactly(
                certificate, Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    }

    private static Optional<String> hostNames(ToBeSigned certificate) {
        GeneralName[] names = GeneralNames.fromExtensions(
                        certificate.content().getExtensions(), Extension.subjectAlternativeName)
                .getNames();
        return Lint.unless(
                names.length > 0
                        && Arrays.stream(names)
                                .allMatch(name -> name.getTagNo() == GeneralName.dNSName
                                        || name.getTagNo() == GeneralName.iPAddress),
                "names something else than hosts");
    }

    private static Optional<String> extensions(ToBeSigned certificate) {
        return Lint.unless(
                Set.of(certificate.content().getExtensions().getExtensionOIDs()).equals(EXTENSIONS),
                "not exactly the extensions of a server");
    }
}
