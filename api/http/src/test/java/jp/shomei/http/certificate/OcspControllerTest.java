package jp.shomei.http.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import jp.shomei.contracts.certificate.AnswerOcspRequest;
import jp.shomei.contracts.certificate.OcspAnswerView;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class OcspControllerTest extends HttpTest {
    private static final MediaType REQUEST = MediaType.parseMediaType("application/ocsp-request");
    private static final byte[] RESPONSE = {0x30, 3, 10, 1, 0};
    private static final Instant THIS_UPDATE = Samples.NOW.minusSeconds(60);

    @BeforeEach
    void answer() {
        others.on(
                AnswerOcspRequest.class,
                query -> new OcspAnswerView(RESPONSE, THIS_UPDATE, Samples.NOW.plusSeconds(600)));
    }

    @Test
    void handsOnTheBody() {
        byte[] request = {0x30, 1, 2, 3};
        expect(anybody().post().uri("/ocsp").contentType(REQUEST).bodyValue(request));
        assertThat(asked()).isEqualTo(request);
    }

    @Test
    void answersABodyThatIsEmptyToo() {
        expect(anybody().post().uri("/ocsp").contentType(REQUEST));
        assertThat(asked()).isEmpty();
    }

    /** Digests and serial numbers make every sort of base64: slashes, double slashes, plus signs, padding. */
    @ParameterizedTest
    @ValueSource(
            strings = {"MDIwMDAuMCwwKjAJBgUrDgMCGgUABBQ=", "MDIw////MC++MCwwKjAJ/w==", "//////8=", "++++++8=", "MA=="})
    void readsThePathWhateverBase64Holds(String base64) {
        byte[] request = Base64.getDecoder().decode(base64);

        expect(get("/ocsp/" + base64));
        assertThat(asked()).isEqualTo(request);
        others.forgetMessages();
        expect(get("/ocsp/" + URLEncoder.encode(base64, StandardCharsets.US_ASCII)));
        assertThat(asked()).isEqualTo(request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ocsp/!!!", "/ocsp/", "/ocsp/a", "/ocsp/%ff%fe"})
    void answersAPathThatIsNoBase64(String path) {
        expect(get(path));
        assertThat(asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ocsp/../api/v1/clock", "/ocsp/%2e%2e/api/v1/clock", "/ocsp//..//ca/root.crt", "/ocsp%2F"})
    void isNoWayRoundTheFirewall(String path) {
        assertThat(get(path).exchange().returnResult(Void.class).getStatus().value())
                .isIn(400, 401, 404);
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void saysHowLongItMayBeKept() {
        get("/ocsp/MA==")
                .exchange()
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=600, must-revalidate, no-transform, public")
                .expectHeader()
                .valueEquals("Last-Modified", "Mon, 13 Sep 2021 00:59:00 GMT")
                .expectHeader()
                .valueEquals("Expires", "Mon, 13 Sep 2021 01:10:00 GMT");
        others.on(
                AnswerOcspRequest.class,
                query -> new OcspAnswerView(RESPONSE, THIS_UPDATE, Samples.NOW.plus(Duration.ofDays(1))));
        get("/ocsp/MA==")
                .exchange()
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=3600, must-revalidate, no-transform, public");
        others.on(
                AnswerOcspRequest.class,
                query -> new OcspAnswerView(RESPONSE, THIS_UPDATE, Samples.NOW.minusSeconds(1)));
        get("/ocsp/MA==")
                .exchange()
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=0, must-revalidate, no-transform, public");
    }

    @Test
    void isNotSentAgainToWhoHasIt() {
        String tag = get("/ocsp/MA==")
                .exchange()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getETag();
        get("/ocsp/MA==").header("If-None-Match", tag).exchange().expectStatus().isNotModified();
    }

    @Test
    void mayNotBeKeptIfItIsForOneAskerAlone() {
        others.on(AnswerOcspRequest.class, query -> new OcspAnswerView(RESPONSE, null, null));
        get("/ocsp/MA==").exchange().expectHeader().valueEquals("Cache-Control", "no-store");
    }

    private WebTestClient.RequestHeadersSpec<?> get(String path) {
        return anybody().get().uri(URI.create("http://127.0.0.1:" + port + path));
    }

    private static void expect(WebTestClient.RequestHeadersSpec<?> request) {
        request.exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/ocsp-response")
                .expectBody(byte[].class)
                .isEqualTo(RESPONSE);
    }

    private byte[] asked() {
        return others.newest(AnswerOcspRequest.class).getPayload().request();
    }
}
