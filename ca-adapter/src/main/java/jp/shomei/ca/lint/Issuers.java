package jp.shomei.ca.lint;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.shomei.ca.x509.Certificates;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.util.Arrays;

/** Finds the issuer for whose key some bytes are meant, by name and key identifier: intents outlive a rollover. */
final class Issuers {

    private final Supplier<List<X509Certificate>> issuers;

    Issuers(Supplier<List<X509Certificate>> issuers) {
        this.issuers = issuers;
    }

    /** The issuer that the bytes name; the newest if they name none of ours, so that the lints say what is wrong. */
    X509Certificate of(TBSCertificate content) {
        List<X509Certificate> candidates = issuers.get();
        return candidates.stream()
                .filter(candidate -> isNamedIn(content, Certificates.structure(candidate)))
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .orElseThrow(() -> new LintRefused(List.of("Linter: there is no issuing certificate")));
    }

    private static boolean isNamedIn(TBSCertificate content, X509CertificateHolder candidate) {
        return content.getIssuer().equals(candidate.getSubject())
                && authorityKey(content.getExtensions())
                        .filter(identifier -> Arrays.areEqual(
                                identifier,
                                SubjectKeyIdentifier.fromExtensions(candidate.getExtensions())
                                        .getKeyIdentifier()))
                        .isPresent();
    }

    private static Optional<byte[]> authorityKey(Extensions extensions) {
        try {
            return Optional.ofNullable(extensions)
                    .map(AuthorityKeyIdentifier::fromExtensions)
                    .map(AuthorityKeyIdentifier::getKeyIdentifierOctets);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
