package jp.shomei.ca.ceremony;

import java.io.PrintWriter;
import java.security.cert.X509Certificate;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.contracts.message.Sha256;
import jp.shomei.contracts.time.JapanTime;

/** How a certificate is read out at a ceremony. */
final class Said {

    private Said() {}

    static void certificate(PrintWriter out, String what, X509Certificate certificate) {
        out.printf(
                "%s%n  %s%n  %s, from %s to %s%n  SHA-256 %s%n",
                what,
                certificate.getSubjectX500Principal().getName(),
                certificate.getSigAlgName(),
                JapanTime.dayOf(certificate.getNotBefore().toInstant()),
                JapanTime.dayOf(certificate.getNotAfter().toInstant()),
                Sha256.hex(Certificates.der(certificate)));
        out.flush();
    }
}
