package jp.shomei.http;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** A certificate to look at; nobody has its key any more. */
public final class SampleCertificates {
    public static final String PEM = """
            -----BEGIN CERTIFICATE-----
            MIIBuzCCAWGgAwIBAgIUA1uUKqT8VhvgHDoQfIXmeJIfeFswCgYIKoZIzj0EAwIw
            MzELMAkGA1UEBhMCSlAxDzANBgNVBAoMBlNhbXBsZTETMBEGA1UEAwwKMDExMDEw
            MDAxMzAeFw0yNjExMjAxNDM4MzdaFw0zNjExMTcxNDM4MzdaMDMxCzAJBgNVBAYT
            AkpQMQ8wDQYDVQQKDAZTYW1wbGUxEzARBgNVBAMMCjAxMTAxMDAwMTMwWTATBgcq
            hkjOPQIBBggqhkjOPQMBBwNCAASsxAMuTmDzXVJmwYH0HlZMkMuUfdVIwq/LZuHm
            UArPWJtffUkyanEx1sZiE5RJVGzoHfkns2avyvrimHMLyWoso1MwUTAdBgNVHQ4E
            FgQUJRmpyfsgGb7TcGkGwpVlijROu9IwHwYDVR0jBBgwFoAUJRmpyfsgGb7TcGkG
            wpVlijROu9IwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEAln6I
            iMNsb178ZUwvQYq0PBWe99x/2ESYlYx8LRGsW+gCIEWXa0Pd3osXmGzi/QQxmypA
            +HqxvVZYgqVhJNTB1de8
            -----END CERTIFICATE-----
            """;

    /** An issuer's, in DER, base64; of {@code C=JP, O="Example, Inc.", CN=Test Issuing CA}. */
    public static final String ISSUING =
            "MIIB1jCCAXugAwIBAgIUBboMh6mZSmUA0hFhvdnXZXWNM7owCgYIKoZIzj0EAwIwPzELMAkGA1UEBhMCSlAxFjAU"
                    + "BgNVBAoMDUV4YW1wbGUsIEluYy4xGDAWBgNVBAMMD1Rlc3QgSXNzdWluZyBDQTAgFw0yNjExMjAxMTM3NTJaGA8y"
                    + "MTI2MTAyNzExMzc1MlowPzELMAkGA1UEBhMCSlAxFjAUBgNVBAoMDUV4YW1wbGUsIEluYy4xGDAWBgNVBAMMD1Rl"
                    + "c3QgSXNzdWluZyBDQTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABAfdVvozPLn0/djszjR0eZeDanZu93OzaxDC"
                    + "tmyEYmMWud4L6ksVLU8tEBZQNRRMzIGWuRUur5P+r32FNppoD/SjUzBRMB0GA1UdDgQWBBTrh6KGmHIi9IVSz6fC"
                    + "O143QSJB9zAfBgNVHSMEGDAWgBTrh6KGmHIi9IVSz6fCO143QSJB9zAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49"
                    + "BAMCA0kAMEYCIQCd2mJz++QO94T6xFpY7AeA597rMAkY4PZhXnAdVfXRbgIhAPUZqJDNzYC8EVrspC6S3VENrj7S"
                    + "7CPhktdrRKaH2xNJ";

    private SampleCertificates() {}

    /** A holder's. */
    public static X509Certificate holder() {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(PEM.getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
