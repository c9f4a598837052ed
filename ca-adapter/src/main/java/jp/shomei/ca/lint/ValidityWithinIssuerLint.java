package jp.shomei.ca.lint;

import java.util.Optional;
import org.bouncycastle.asn1.x509.TBSCertificate;

/** Valid only while the issuing certificate is. */
final class ValidityWithinIssuerLint implements Lint {

    @Override
    public Optional<String> finding(ToBeSigned certificate) {
        TBSCertificate content = certificate.content();
        return Lint.unless(
                !content.getStartDate().getDate().before(certificate.issuer().getNotBefore())
                        && !content.getEndDate()
                                .getDate()
                                .after(certificate.issuer().getNotAfter()),
                "outside the validity of the issuing certificate");
    }
}
