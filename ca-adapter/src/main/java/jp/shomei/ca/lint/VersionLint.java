package jp.shomei.ca.lint;

import java.util.Optional;
import org.bouncycastle.asn1.x509.TBSCertificate;

/** Version 3, without the unique identifiers of version 2 (RFC 5280 sections 4.1.2.1 and 4.1.2.8). */
final class VersionLint implements Lint {

    private static final int VERSION = 3;

    @Override
    public Optional<String> finding(ToBeSigned certificate) {
        TBSCertificate content = certificate.content();
        return Lint.unless(
                content.getVersionNumber() == VERSION
                        && content.getIssuerUniqueId() == null
                        && content.getSubjectUniqueId() == null,
                "not a version 3 certificate without unique identifiers");
    }
}
