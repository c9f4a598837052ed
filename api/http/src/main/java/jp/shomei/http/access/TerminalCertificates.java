package jp.shomei.http.access;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** What the authority knows of the certificates that terminals present. It may block. */
public interface TerminalCertificates {
    /** Whether a terminal may come with this certificate at this moment: of this authority, valid, not revoked. */
    boolean accepts(X509Certificate certificate);

    /**
     * Whose certificate it is.
     *
     * @param serialNumber hexadecimal, lower case
     * @return the request ID
     */
    Optional<String> requestIdOf(String serialNumber);

    /**
     * Whether a certification request names the holder exactly as a certificate does (RFC 7030 section 4.2.2).
     *
     * @param request PKCS#10 in DER, however broken
     */
    boolean isNamedAlike(byte[] request, X509Certificate certificate);
}
