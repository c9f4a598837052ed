package jp.shomei.ca.lint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.x509.TBSCertificate;

/** What lints find, taken together. */
final class Findings {

    private Findings() {}

    /**
     * Runs every lint on a certificate.
     *
     * @throws LintRefused naming every finding
     */
    static void refuse(List<Lint> lints, ToBeSigned certificate) {
        refuse(lints, lint -> lint.finding(certificate));
    }

    /**
     * Runs every lint.
     *
     * @throws LintRefused naming every finding
     */
    static <L> void refuse(List<L> lints, Function<L, Optional<String>> look) {
        List<String> findings = new ArrayList<>();
        for (L lint : lints) {
            look(lint, look).ifPresent(finding -> findings.add(lint.getClass().getSimpleName() + ": " + finding));
        }
        if (!findings.isEmpty()) {
            throw new LintRefused(findings);
        }
    }

    /**
     * Reads a TBSCertificate.
     *
     * @throws LintRefused if it is none, or not in DER
     */
    static TBSCertificate read(byte[] toBeSigned) {
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

    private static <L> Optional<String> look(L lint, Function<L, Optional<String>> look) {
        try {
            return look.apply(lint);
        } catch (RuntimeException unreadable) {
            return Optional.of("cannot be read: " + unreadable);
        }
    }
}
