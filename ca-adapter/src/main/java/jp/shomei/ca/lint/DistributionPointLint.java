package jp.shomei.ca.lint;

import java.util.Optional;
import jp.shomei.ca.publication.Pointers;
import org.bouncycastle.asn1.x509.Extension;

/** One CRL distribution point: the issuer's list, or a partition of it (RFC 5280 section 4.2.1.13). */
final class DistributionPointLint implements Lint {

    @Override
    public Optional<String> finding(ToBeSigned certificate) {
        String list = certificate
                .addresses()
                .list(
                        certificate.issuerKeyId(),
                        Pointers.partitionIn(certificate.content().getExtensions()));
        return Lint.unlessExactly(
                certificate, Extension.cRLDistributionPoints, false, Pointers.distributionPoint(list));
    }
}
