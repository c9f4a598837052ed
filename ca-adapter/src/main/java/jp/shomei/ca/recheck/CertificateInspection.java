package jp.shomei.ca.recheck;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.shomei.ca.lint.LintRefused;
import jp.shomei.ca.lint.Linter;
import jp.shomei.ca.request.BlockedKeys;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.SerialNumbers;
import org.springframework.dao.DataAccessException;

/** Looks at one certificate on file as if it were to be signed now, and at its signature. */
final class CertificateInspection {

    private final List<X509Certificate> issuers;
    private final Linter linter;
    private final BlockedKeys blocked;

    /**
     * @param issuers who may have signed
     */
    CertificateInspection(List<X509Certificate> issuers, Linter linter, BlockedKeys blocked) {
        this.issuers = List.copyOf(issuers);
        this.linter = linter;
        this.blocked = blocked;
    }

    /**
     * Everything wrong with it. Whatever the certificate is, nothing is thrown because of it.
     *
     * @throws DataAccessException if the blocked keys cannot be read
     */
    List<RecheckFinding> of(StoredCertificate stored) {
        List<RecheckFinding> findings = new ArrayList<>();
        try {
            X509Certificate certificate = Certificates.read(stored.der());
            look(stored, certificate, findings);
            if (!stored.revoked()
                    && blocked.isBlocked(Certificates.structure(certificate).getSubjectPublicKeyInfo())) {
                findings.add(RecheckFinding.of(stored, "BlockedKey", "its key is blocked, but it is not revoked"));
            }
        } catch (DataAccessException unknown) {
            throw unknown;
        } catch (RuntimeException unreadable) {
            findings.add(RecheckFinding.of(stored, "Unreadable", unreadable.toString()));
        }
        return findings;
    }

    private void look(StoredCertificate stored, X509Certificate certificate, List<RecheckFinding> findings) {
        if (!Arrays.equals(Certificates.der(certificate), stored.der())) {
            findings.add(RecheckFinding.of(stored, "Encoding", "something follows the certificate"));
        }
        if (!SerialNumbers.hex(certificate.getSerialNumber()).equals(stored.serialNumber())) {
            findings.add(RecheckFinding.of(stored, "SerialNumber", "filed under another serial number"));
        }
        if (issuers.stream().noneMatch(issuer -> Certificates.isSignedBy(certificate, issuer))) {
            findings.add(RecheckFinding.of(stored, "Signature", "no issuer of this authority signed it"));
        }
        lint(stored, certificate, findings);
    }

    private void lint(StoredCertificate stored, X509Certificate certificate, List<RecheckFinding> findings) {
        try {
            linter.lint(certificate.getTBSCertificate());
        } catch (LintRefused refused) {
            for (String finding : refused.findings()) {
                String[] parts = finding.split(": ", 2);
                findings.add(RecheckFinding.of(stored, parts[0], parts[parts.length - 1]));
            }
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("a certificate that was read can be written", impossible);
        }
    }
}
