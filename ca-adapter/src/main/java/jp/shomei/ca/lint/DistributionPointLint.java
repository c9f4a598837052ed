package jp.shomei.ca.lint;

import java.util.Optional;
import jp.shomei.ca.publication.Pointers;
import org.bouncycastle.asn1.x509.Extension;

/** One CRL distribution point: the issuer's list, or the partition that the serial number falls into (RFC 5280 section 4.2.1.13). */
final class DistributionPointLint implements Lint {

    @Override
    public Optional<String> finding(ToBeSigned certificate) {
        String list = certificate
                .addresses()
                .listFor(
                        certificate.issuerKeyId(),
                        certificate.content().getSerialNumber().getValue());
        return Lint.unlessExactly(
                certificate, Extension.cRLDistributionPoints, false, Pointers.distributionPoint(list));
    }
}
