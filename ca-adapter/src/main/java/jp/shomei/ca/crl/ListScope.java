package jp.shomei.ca.crl;

import java.security.cert.X509Certificate;
import jp.shomei.ca.x509.KeyIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates a revocation list is about.
 *
 * @param issuer the issuing certificate
 * @param issuerKeyId its key identifier, hexadecimal
 * @param partition one partition; none for all of the issuer's
 */
record ListScope(
        X509Certificate issuer,
        String issuerKeyId,
        @Nullable Integer partition) {

    static ListScope of(X509Certificate issuer, @Nullable Integer partition) {
        return new ListScope(issuer, KeyIdentifiers.hexOfIssuer(issuer), partition);
    }

    @Override
    public String toString() {
        return partition == null ? issuerKeyId : issuerKeyId + "-" + partition;
    }
}
