package jp.shomei.ca.terminal;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import jp.shomei.ca.x509.Certificates;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.jspecify.annotations.Nullable;

/** Whether a certification request names the same holder as a certificate does (RFC 7030 section 4.2.2). */
public final class RequestNames {

    private RequestNames() {}

    /**
     * Whether subject and subject alternative name are the same.
     *
     * @param request PKCS#10 in DER, however broken
     */
    public static boolean are(byte[] request, X509Certificate certificate) {
        X509CertificateHolder holder = Certificates.structure(certificate);
        try {
            PKCS10CertificationRequest read = new PKCS10CertificationRequest(request);
            return read.getSubject().equals(holder.getSubject())
                    && otherNames(read.getRequestedExtensions()).equals(otherNames(holder.getExtensions()));
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    private static Optional<ASN1Encodable> otherNames(@Nullable Extensions extensions) {
        return Optional.ofNullable(extensions)
                .map(found -> found.getExtensionParsedValue(Extension.subjectAlternativeName));
    }
}
