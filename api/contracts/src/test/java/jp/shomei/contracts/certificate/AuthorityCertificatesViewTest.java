package jp.shomei.contracts.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class AuthorityCertificatesViewTest {

    /** Of {@code C=JP, O="Example, Inc.", CN=Test Issuing CA}. */
    private static final String CERTIFICATE =
            "MIIB1jCCAXugAwIBAgIUBboMh6mZSmUA0hFhvdnXZXWNM7owCgYIKoZIzj0EAwIwPzELMAkGA1UEBhMCSlAxFjAU"
                    + "BgNVBAoMDUV4YW1wbGUsIEluYy4xGDAWBgNVBAMMD1Rlc3QgSXNzdWluZyBDQTAgFw0yNjExMjAxMTM3NTJaGA8y"
                    + "MTI2MTAyNzExMzc1MlowPzELMAkGA1UEBhMCSlAxFjAUBgNVBAoMDUV4YW1wbGUsIEluYy4xGDAWBgNVBAMMD1Rl"
                    + "c3QgSXNzdWluZyBDQTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABAfdVvozPLn0/djszjR0eZeDanZu93OzaxDC"
                    + "tmyEYmMWud4L6ksVLU8tEBZQNRRMzIGWuRUur5P+r32FNppoD/SjUzBRMB0GA1UdDgQWBBTrh6KGmHIi9IVSz6fC"
                    + "O143QSJB9zAfBgNVHSMEGDAWgBTrh6KGmHIi9IVSz6fCO143QSJB9zAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49"
                    + "BAMCA0kAMEYCIQCd2mJz++QO94T6xFpY7AeA597rMAkY4PZhXnAdVfXRbgIhAPUZqJDNzYC8EVrspC6S3VENrj7S"
                    + "7CPhktdrRKaH2xNJ";

    /** Of {@code C=JP, O=Nameless}. */
    private static final String WITHOUT_COMMON_NAME =
            "MIIBmDCCAT2gAwIBAgIUZ/eNu0+Ci+Zq8TdM+UiQX/Bm91swCgYIKoZIzj0EAwIwIDELMAkGA1UEBhMCSlAxETAP"
                    + "BgNVBAoMCE5hbWVsZXNzMCAXDTI2MTEyMDExMzc1MloYDzIxMjYxMDI3MTEzNzUyWjAgMQswCQYDVQQGEwJKUDER"
                    + "MA8GA1UECgwITmFtZWxlc3MwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARp6CBlP1ilbZUAky+CmazXMO1V0rNV"
                    + "s4AN7TY/dU+H9icrHs+YjoZzCjGRxyqR6QXEVj7ME4nKRFJG7Hbi1Ommo1MwUTAdBgNVHQ4EFgQUqtdGjv2jWkKs"
                    + "ia7Fj4kajqV86UAwHwYDVR0jBBgwFoAUqtdGjv2jWkKsia7Fj4kajqV86UAwDwYDVR0TAQH/BAUwAwEB/zAKBggq"
                    + "hkjOPQQDAgNJADBGAiEAr8vj2sVMMi4dZMpjpea3hE7jYU4WO/zRuCUPVafrgpUCIQCDk0yNmFcoaqJmVWgvrJNY"
                    + "cgI7n5AS4FlZtFQhvveDNg==";

    @Test
    void theIssuerIsTheCommonNameOfTheIssuingCertificate() {
        assertThat(issuerName(CERTIFICATE)).isEqualTo("Test Issuing CA");
    }

    @Test
    void theIssuerIsTheWholeNameWithoutACommonName() {
        assertThat(issuerName(WITHOUT_COMMON_NAME)).isEqualTo("O=Nameless,C=JP");
    }

    @Test
    void theIssuerIsNeverGuessed() {
        String nonsense = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3});
        assertThatIllegalStateException().isThrownBy(() -> issuerName(nonsense));
    }

    private static String issuerName(String issuing) {
        return new AuthorityCertificatesView("", issuing).issuerName();
    }
}
