package jp.shomei.ca.lint;

import java.util.Optional;
import jp.shomei.ca.x509.Names;
import jp.shomei.contracts.institution.InstitutionCode;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** The subject is C=JP, the one organization, and an institution code or insurer number as common name; nothing else. */
final class SubjectLint implements Lint {

    @Override
    public Optional<String> finding(ToBeSigned certificate) {
        X500Name subject = certificate.content().getSubject();
        RDN[] commonNames = subject.getRDNs(BCStyle.CN);
        if (commonNames.length != 1) {
            return Optional.of("not exactly one common name");
        }
        String commonName = IETFUtils.valueToString(commonNames[0].getFirst().getValue());
        if (!InstitutionCode.isWellFormed(commonName)) {
            return Optional.of("the common name is no institution code");
        }
        return Lint.unless(
                Names.of(certificate.organization(), commonName)
                        .toASN1Primitive()
                        .equals(subject.toASN1Primitive()),
                "not C=JP, the organization and the common name");
    }
}
