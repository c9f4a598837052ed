package jp.shomei.ca.lint;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** A server is called by names of hosts or by IP addresses, at least one, and by nothing else (RFC 9525). */
final class HostNamesLint implements Lint {

    @Override
    public Optional<String> finding(ToBeSigned certificate) {
        Extension found = certificate.content().getExtensions().getExtension(Extension.subjectAlternativeName);
        if (found == null) {
            return Optional.of("the extension is missing");
        }
        GeneralName[] names = GeneralNames.getInstance(found.getParsedValue()).getNames();
        return Lint.unless(
                names.length > 0
                        && Arrays.stream(names)
                                .allMatch(name -> name.getTagNo() == GeneralName.dNSName
                                        || name.getTagNo() == GeneralName.iPAddress),
                "names no host, or something else than hosts");
    }
}
