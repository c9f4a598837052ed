package jp.shomei.ca.lint;

import java.math.BigInteger;
import java.util.Date;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.TBSCertList;

/**
 * Each entry has a serial number of its own, was revoked before the list begins, and says at most why: for a reason that is
 * final, and not "unspecified", which is said by saying nothing (RFC 5280 sections 5.1.2.6 and 5.3.1). A list without
 * entries leaves the field out.
 */
final class ListEntriesLint implements ListLint {

    /** Version, signature algorithm, issuer. */
    private static final int FIELDS_UP_TO_ISSUER = 3;

    private static final Set<Integer> REASONS = Set.of(
            CRLReason.keyCompromise,
            CRLReason.affiliationChanged,
            CRLReason.superseded,
            CRLReason.cessationOfOperation,
            CRLReason.privilegeWithdrawn);

    @Override
    public Optional<String> finding(ListToBeSigned list) {
        Date begin = list.content().getThisUpdate().getDate();
        Set<BigInteger> seen = new HashSet<>();
        Enumeration<?> entries = list.content().getRevokedCertificateEnumeration();
        while (entries.hasMoreElements()) {
            TBSCertList.CRLEntry entry = (TBSCertList.CRLEntry) entries.nextElement();
            BigInteger serialNumber = entry.getUserCertificate().getValue();
            if (serialNumber.signum() <= 0 || !seen.add(serialNumber)) {
                return Optional.of("serial number " + serialNumber.toString(16) + " is not positive, or there twice");
            }
            if (entry.getRevocationDate().getDate().after(begin)) {
                return Optional.of("serial number " + serialNumber.toString(16) + " will be revoked only later");
            }
            if (entry.hasExtensions() && !saysOnlyWhy(entry.getExtensions())) {
                return Optional.of("serial number " + serialNumber.toString(16) + " says something else than why");
            }
        }
        return Lint.unless(!hasEmptyField(list.content()), "an empty list of entries");
    }

    /** Of the fields after the issuer, this one alone is an untagged sequence. */
    private static boolean hasEmptyField(TBSCertList content) {
        ASN1Sequence fields = ASN1Sequence.getInstance(content.toASN1Primitive());
        return IntStream.range(FIELDS_UP_TO_ISSUER, fields.size())
                .mapToObj(fields::getObjectAt)
                .anyMatch(field -> field instanceof ASN1Sequence entries && entries.size() == 0);
    }

    private static boolean saysOnlyWhy(Extensions extensions) {
        Extension reason = extensions.getExtension(Extension.reasonCode);
        return extensions.getExtensionOIDs().length == 1
                && reason != null
                && !reason.isCritical()
                && REASONS.contains(CRLReason.getInstance(reason.getParsedValue())
                        .getValue()
                        .intValueExact());
    }
}
