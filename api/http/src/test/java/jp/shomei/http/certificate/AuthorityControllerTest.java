package jp.shomei.http.certificate;

import java.util.Base64;
import jp.shomei.contracts.certificate.AuthorityCertificatesView;
import jp.shomei.contracts.certificate.FindAuthorityCertificates;
import jp.shomei.http.HttpTest;
import org.junit.jupiter.api.Test;

class AuthorityControllerTest extends HttpTest {
    private static final byte[] ROOT = {0x30, 1, 2};
    private static final byte[] ISSUING = {0x30, 3, 4};

    @Test
    void handsItsOwnCertificatesToEverybody() {
        others.on(
                FindAuthorityCertificates.class, query -> new AuthorityCertificatesView(encode(ROOT), encode(ISSUING)));

        expect("/ca/root.crt", ROOT);
        expect("/ca/issuing.crt", ISSUING);
        anybody().head().uri("/ca/root.crt").exchange().expectStatus().isOk();
    }

    private void expect(String path, byte[] certificate) {
        anybody()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/pkix-cert")
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=3600, public")
                .expectBody(byte[].class)
                .isEqualTo(certificate);
    }

    private static String encode(byte[] certificate) {
        return Base64.getEncoder().encodeToString(certificate);
    }
}
