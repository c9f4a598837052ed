package jp.shomei.ca.terminal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.util.IPAddress;
import org.jspecify.annotations.Nullable;

/**
 * Host names and IP addresses by which terminals know the server (RFC 9525).
 *
 * @param names at least one
 */
public record ServerNames(List<String> names) {

    private static final String HOST_NAME =
            "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*";

    public ServerNames {
        names = names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("the server for terminals needs a name");
        }
        for (String name : names) {
            if (!IPAddress.isValid(name) && !name.matches(HOST_NAME)) {
                throw new IllegalArgumentException("neither a host name nor an IP address: " + name);
            }
        }
    }

    /** Whether a certificate names these and no others, in any order; addresses count, not their spelling. */
    boolean areIn(X509CertificateHolder certificate) {
        @Nullable GeneralNames found = GeneralNames.fromExtensions(certificate.getExtensions(), Extension.subjectAlternativeName);
        return found != null
                && Stream.of(found.getNames()).collect(Collectors.toSet()).equals(asInCertificates());
    }

    private Set<GeneralName> asInCertificates() {
        return names.stream()
                .map(name ->
                        new GeneralName(IPAddress.isValid(name) ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .collect(Collectors.toSet());
    }
}
