package jp.shomei.ca.authority;

import java.security.cert.X509Certificate;
import java.util.List;
import jp.shomei.ca.lint.LintedCertificate;

/** Who holds the issuing key: a key store on disk, or one day a hardware module. */
public interface CertificateAuthority {

    /** The root's own certificate. */
    X509Certificate root();

    /** The issuing certificate, signed by the root. */
    X509Certificate issuing();

    /**
     * Signs, exactly, the bytes that passed the lints.
     *
     * @throws SigningFailed if the key cannot be used
     */
    X509Certificate sign(LintedCertificate linted);

    /** A holder's certificate with what leads from it to the root, root included. */
    default List<X509Certificate> chainOf(X509Certificate holder) {
        return List.of(holder, issuing(), root());
    }
}
