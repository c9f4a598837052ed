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
