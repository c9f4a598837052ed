package jp.shomei.ca.lint;

import java.util.Optional;
import jp.shomei.ca.x509.Names;

/** The subject is C=JP, the organization and the name of the service; nothing else. */
final class ServiceSubjectLint implements Lint {

    private final String commonName;

    ServiceSubjectLint(String commonName) {
        this.commonName = commonName;
    }

    @Override
    public Optional<String> finding(ToBeSigned certificate) {
        return Lint.unless(
                Names.of(certificate.organization(), commonName)
                        .toASN1Primitive()
                        .equals(certificate.content().getSubject().toASN1Primitive()),
                "not C=JP, the organization and " + commonName);
    }
}
