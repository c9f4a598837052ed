package jp.shomei.http.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.core.io.buffer.DataBufferLimitException;

/** Certification requests (PKCS#10, RFC 2986) as bodies. What is in them is not looked at here. */
public final class CertificationRequests {
    /** The media type (RFC 5967). */
    public static final String TYPE = "application/pkcs10";

    /** The longest request that is passed on, in PEM. */
    public static final int LIMIT = 16 * 1024;

    private static final int LINE = 64;
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));

    private CertificationRequests() {}

    /** A body in PEM or DER, as PEM. */
    public static String pem(byte[] body) {
        requireSize(body.length);
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return text.stripLeading().startsWith("-----BEGIN") ? text : ofDer(body);
    }

    /** PEM around DER. */
    public static String ofDer(byte[] der) {
        String pem = "-----BEGIN CERTIFICATE REQUEST-----\n" + LINES.encodeToString(der)
                + "\n-----END CERTIFICATE REQUEST-----\n";
        requireSize(pem.length());
        return pem;
    }

    private static void requireSize(int length) {
        if (length > LIMIT) {
            throw new DataBufferLimitException("more than a certification request");
        }
    }
}
