package jp.shomei.ca.lint;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import jp.shomei.ca.x509.Certificates;
import org.bouncycastle.asn1.x509.TBSCertList;

/** Looks at the very bytes of a revocation list that are to be signed, and lets them pass or not (RFC 5280 section 5). */
public final class RevocationListLinter {

    private static final List<ListLint> LINTS = List.of(
            new ListVersionLint(),
            new ListSignatureAlgorithmLint(),
            new ListIssuerLint(),
            new ListTimesLint(),
            new ListEntriesLint(),
            new ListKnownExtensionsLint(),
            new ListAuthorityKeyIdentifierLint(),
            new ListNumberLint(),
            new ListDistributionPointLint());

    private final Clock clock;
    private final Duration lifetime;

    /**
     * @param lifetime the longest time to the next list
     */
    public RevocationListLinter(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /**
     * Runs every lint.
     *
     * @param toBeSigned a TBSCertList in DER
     * @param issuer the issuing certificate whose key is to sign
     * @param distributionPoints the addresses that the partition's certificates name; none for a complete list
     * @throws LintRefused naming every finding
     */
    public Linted lint(byte[] toBeSigned, X509Certificate issuer, List<String> distributionPoints) {
        ListToBeSigned list = new ListToBeSigned(
                read(toBeSigned), Certificates.structure(issuer), distributionPoints, clock.instant(), lifetime);
        Findings.refuse(LINTS, lint -> lint.finding(list));
        return new Linted(issuer, toBeSigned);
    }

    private static TBSCertList read(byte[] toBeSigned) {
        try {
            TBSCertList content = TBSCertList.getInstance(toBeSigned);
            if (Arrays.equals(content.getEncoded("DER"), toBeSigned)) {
                return content;
            }
        } catch (IOException | RuntimeException unreadable) {
            throw new LintRefused(List.of("Linter: not a TBSCertList: " + unreadable));
        }
        throw new LintRefused(List.of("Linter: not in DER"));
    }
}
