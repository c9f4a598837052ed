package jp.shomei.http.certificate;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Certificates as they leave: files to be saved, and by nobody else. */
final class CertificateFiles {
    static final String PKCS12 = "application/x-pkcs12";
    static final String PEM = "application/pem-certificate-chain";

    private CertificateFiles() {}

    /** Private key, certificate and chain. */
    static ResponseEntity<byte[]> pkcs12(String requestId, byte[] file) {
        return file(requestId + ".p12", PKCS12, file);
    }

    /** Certificate and chain. */
    static ResponseEntity<byte[]> pem(String requestId, byte[] pem) {
        return file(requestId + ".pem", PEM, pem);
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        String attachment =
                ContentDisposition.attachment().filename(name).build().toString();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment)
                .contentType(MediaType.parseMediaType(type))
                .body(content);
    }
}
