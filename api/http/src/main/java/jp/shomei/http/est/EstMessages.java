package jp.shomei.http.est;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.refusal.Refused;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Bodies as EST writes them: base64, in lines or not (RFC 7030 section 4, RFC 8951). The header
 * Content-Transfer-Encoding is sent, since older clients look for it; of those received only {@code binary} means anything.
 */
final class EstMessages {
    static final String CERTIFICATES = "application/pkcs7-mime";

    private static final String TRANSFER_ENCODING = "Content-Transfer-Encoding";
    private static final MediaType CERTIFICATES_ONLY =
            MediaType.parseMediaType(CERTIFICATES + ";smime-type=certs-only");
    private static final int LIMIT = 16 * 1024;
    private static final int LINE = 76;
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(LINE, "\r\n".getBytes(StandardCharsets.US_ASCII));

    private EstMessages() {}

    /**
     * The certification request in a body, in DER.
     *
     * @throws Refused with {@code INVALID_FIELDS} if it is not base64
     */
    static byte[] request(byte[] body, HttpHeaders headers) {
        if (body.length > LIMIT) {
            throw new DataBufferLimitException("more than a certification request");
        }
        if ("binary".equalsIgnoreCase(headers.getFirst(TRANSFER_ENCODING))) {
            return body;
        }
        try {
            String text = new String(body, StandardCharsets.ISO_8859_1).replaceAll("[ \\t\\r\\n]", "");
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw refused(FieldRule.CSR_UNREADABLE);
        }
    }

    /** A refusal of a certification request. */
    static Refused refused(FieldRule rule) {
        return new Refused(Refusal.of(List.of(FieldError.of("csr", rule))));
    }

    /** An answer of certificates and nothing else (RFC 5272 section 4.1: certs-only). */
    static ResponseEntity<byte[]> certificates(List<X509Certificate> certificates) {
        try {
            byte[] message = CertificateFactory.getInstance("X.509")
                    .generateCertPath(certificates)
                    .getEncoded("PKCS7");
            return ResponseEntity.ok()
                    .contentType(CERTIFICATES_ONLY)
                    .header(TRANSFER_ENCODING, "base64")
                    .body(LINES.encode(message));
        } catch (CertificateException impossible) {
            throw new IllegalStateException("certificates that were read can be written", impossible);
        }
    }

    /** The first certificate of a text in PEM or of bytes in DER. */
    static X509Certificate certificate(byte[] encoded) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (CertificateException impossible) {
            throw new IllegalStateException("the authority writes certificates that can be read", impossible);
        }
    }
}
