package jp.shomei.ca.recheck;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import jp.shomei.ca.lint.LintRefused;
import jp.shomei.ca.lint.Linter;
import jp.shomei.ca.request.BlockedKeys;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.SerialNumbers;
import org.springframework.dao.DataAccessException;

/** Looks at one certificate on file as if it were to be signed now, and at its signature. */
final class CertificateInspection {

    private final Map<X509Certificate, Linter> linters = new LinkedHashMap<>();
    private final BlockedKeys blocked;

    /**
     * @param issuers who may have signed, newest first, at least one
     * @param linter makes the linter for an issuer
     */
    CertificateInspection(
            List<X509Certificate> issuers, Function<X509Certificate, Linter> linter, BlockedKeys blocked) {
        issuers.forEach(issuer -> linters.put(issuer, linter.apply(issuer)));
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
        Optional<X509Certificate> signer = linters.keySet().stream()
                .filter(issuer -> Certificates.isSignedBy(certificate, issuer))
                .findFirst();
        if (signer.isEmpty()) {
            findings.add(RecheckFinding.of(stored, "Signature", "no issuer of this authority signed it"));
        }
        lint(stored, certificate, signer.orElseGet(() -> namedIn(certificate)), findings);
    }

    private void lint(
            StoredCertificate stored,
            X509Certificate certificate,
            X509Certificate issuer,
            List<RecheckFinding> findings) {
        try {
            Objects.requireNonNull(linters.get(issuer)).lint(certificate.getTBSCertificate());
        } catch (LintRefused refused) {
            for (String finding : refused.findings()) {
                String[] parts = finding.split(": ", 2);
                findings.add(RecheckFinding.of(stored, parts[0], parts[parts.length - 1]));
            }
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("a certificate that was read can be written", impossible);
        }
    }

    /** The issuer of the name in the certificate, or else the one in use. */
    private X509Certificate namedIn(X509Certificate certificate) {
        return linters.keySet().stream()
                .filter(issuer -> issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .findFirst()
                .orElseGet(() -> linters.keySet().iterator().next());
    }
}
