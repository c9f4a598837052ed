package jp.shomei.http.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import jp.shomei.contracts.certificate.AnswerOcspRequest;
import jp.shomei.contracts.certificate.OcspAnswerView;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class OcspControllerTest extends HttpTest {
    private static final MediaType REQUEST = MediaType.parseMediaType("application/ocsp-request");
    private static final byte[] RESPONSE = {0x30, 3, 10, 1, 0};
    private static final Instant THIS_UPDATE = Samples.NOW.minusSeconds(60);

    private static final byte[] OTHER_RESPONSE = {0x30, 3, 10, 1, 6};
    private static final AtomicInteger QUESTIONS = new AtomicInteger();

    @BeforeEach
    void answerTheAskerAlone() {
        others.on(AnswerOcspRequest.class, query -> new OcspAnswerView(RESPONSE, null, null));
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

    @ParameterizedTest
    @CsvSource({"600, 600", "86400, 3600", "0, 0", "-1, 0"})
    void saysHowLongItMayBeKept(long goodForSeconds, long keptForSeconds) {
        answerEverybody(RESPONSE, goodForSeconds);
        get(question())
                .exchange()
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=" + keptForSeconds + ", must-revalidate, no-transform, public");
    }

    @Test
    void saysSinceAndUntilWhenItIsKnown() {
        answerEverybody(RESPONSE, 600);
        get(question())
                .exchange()
                .expectHeader()
                .valueEquals("Last-Modified", "Mon, 13 Sep 2021 00:59:00 GMT")
                .expectHeader()
                .valueEquals("Expires", "Mon, 13 Sep 2021 01:10:00 GMT");
    }

    @Test
    void isNotSentAgainToWhoHasIt() {
        answerEverybody(RESPONSE, 600);
        String question = question();
        String tag = get(question)
                .exchange()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getETag();
        get(question).header("If-None-Match", tag).exchange().expectStatus().isNotModified();
    }

    @Test
    void mayNotBeKeptIfItIsForOneAskerAlone() {
        get(question()).exchange().expectHeader().valueEquals("Cache-Control", "no-store");
    }

    @Test
    void isGivenAgainForASecondAndNoLongerToWhoGetsIt() {
        answerEverybody(RESPONSE, 600);
        String question = question();
        HttpHeaders first = headers(question);
        for (int asked = 0; asked < 20; asked++) {
            expect(get(question));
            HttpHeaders again = headers(question);
            assertThat(again.headerSet()).containsExactlyInAnyOrderElementsOf(first.headerSet());
        }
        assertThat(others.received(AnswerOcspRequest.class)).hasSizeLessThan(41);

        answerEverybody(OTHER_RESPONSE, 600);
        await().atMost(Duration.ofSeconds(5)).until(() -> Arrays.equals(OTHER_RESPONSE, body(question)));
    }

    @Test
    void isAskedForEachTimeItIsPosted() {
        answerEverybody(RESPONSE, 600);
        for (int asked = 0; asked < 3; asked++) {
            expect(anybody().post().uri("/ocsp").contentType(REQUEST).bodyValue(new byte[] {0x30, 1, 2}));
        }
        assertThat(others.received(AnswerOcspRequest.class)).hasSize(3);
    }

    @Test
    void isAskedForEachTimeIfItIsForOneAskerAloneOrHasLapsed() {
        String question = question();
        for (int asked = 0; asked < 3; asked++) {
            expect(get(question));
        }
        assertThat(others.received(AnswerOcspRequest.class)).hasSize(3);

        answerEverybody(RESPONSE, 0);
        for (int asked = 0; asked < 3; asked++) {
            expect(get(question));
        }
        assertThat(others.received(AnswerOcspRequest.class)).hasSize(6);
    }

    private void answerEverybody(byte[] response, long goodForSeconds) {
        others.on(
                AnswerOcspRequest.class,
                query -> new OcspAnswerView(response, THIS_UPDATE, Samples.NOW.plusSeconds(goodForSeconds)));
    }

    /** The path of a question that nobody has asked yet. */
    private static String question() {
        byte[] request = {0x30, 1, (byte) QUESTIONS.incrementAndGet()};
        return "/ocsp/" + URLEncoder.encode(Base64.getEncoder().encodeToString(request), StandardCharsets.US_ASCII);
    }

    private HttpHeaders headers(String path) {
        return get(path).exchange().returnResult(Void.class).getResponseHeaders();
    }

    private byte[] body(String path) {
        return get(path).exchange().expectBody(byte[].class).returnResult().getResponseBody();
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
