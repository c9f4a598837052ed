package jp.shomei.http.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import jp.shomei.contracts.certificate.FindIssuerCertificate;
import jp.shomei.contracts.certificate.FindRevocationList;
import jp.shomei.contracts.certificate.RevocationListView;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationListControllerTest extends HttpTest {
    private static final byte[] LIST = {0x30, 1, 2};
    private static final String ISSUER = "74cb966927d5396607cfe93b11c178b2e8e9eaf1";

    @BeforeEach
    void publish() {
        others.on(
                FindRevocationList.class,
                query -> Optional.of(new RevocationListView(
                        "17",
                        Samples.NOW.minusSeconds(60),
                        Samples.NOW.plus(Duration.ofHours(72)),
                        Base64.getEncoder().encodeToString(LIST))));
    }

    @Test
    void handsOutTheCompleteListOfTodaysIssuer() {
        expect("/ca/issuing.crl", new FindRevocationList(null, null));
    }

    @Test
    void handsOutTheListThatACertificateNames() {
        expect("/ca/crl/" + ISSUER + ".crl", new FindRevocationList(ISSUER, null));
        expect("/ca/crl/" + ISSUER + "-0.crl", new FindRevocationList(ISSUER, 0));
        expect("/ca/crl/" + ISSUER + "-12.crl", new FindRevocationList(ISSUER, 12));
    }

    @Test
    void isNotSentAgainToWhoHasIt() {
        anybody()
                .get()
                .uri("/ca/issuing.crl")
                .header("If-None-Match", "\"17\"")
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ab-", "ab-1-2", "ab-999999", "AB", "issuing"})
    void knowsNoOtherNames(String name) {
        notFound("/ca/crl/" + name + ".crl", "REVOCATION_LIST_NOT_FOUND");
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void saysThatThereIsNoSuchList() {
        others.on(FindRevocationList.class, query -> Optional.empty());
        notFound("/ca/crl/" + ISSUER + ".crl", "REVOCATION_LIST_NOT_FOUND");
    }

    @Test
    void handsOutTheIssuerThatACertificateNames() {
        others.on(
                FindIssuerCertificate.class,
                query -> query.issuer().equals(ISSUER)
                        ? Optional.of(Base64.getEncoder().encodeToString(LIST))
                        : Optional.empty());
        anybody()
                .get()
                .uri("/ca/crt/" + ISSUER + ".crt")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/pkix-cert")
                .expectBody(byte[].class)
                .isEqualTo(LIST);
        notFound("/ca/crt/00.crt", "ISSUER_NOT_FOUND");
    }

    private void expect(String path, FindRevocationList asked) {
        anybody()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/pkix-crl")
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=300, must-revalidate, no-transform, public")
                .expectHeader()
                .valueEquals("ETag", "\"17\"")
                .expectHeader()
                .valueEquals("Last-Modified", "Mon, 13 Sep 2021 00:59:00 GMT")
                .expectBody(byte[].class)
                .isEqualTo(LIST);
        assertThat(others.newest(FindRevocationList.class).getPayload()).isEqualTo(asked);
    }

    private void notFound(String path, String code) {
        anybody()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }
}
