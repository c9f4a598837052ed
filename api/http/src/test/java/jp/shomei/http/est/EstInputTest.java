package jp.shomei.http.est;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import jp.shomei.contracts.certificate.DownloadForRequest;
import jp.shomei.contracts.certificate.RenewForRequest;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.SampleCertificates;
import jp.shomei.http.Samples;
import jp.shomei.http.access.TerminalTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Whatever is sent by EST is taken or refused, and nothing else. {@code -Dshomei.seed=N} draws other inputs. */
class EstInputTest extends TerminalTest {
    private static final long SEED = Long.getLong("shomei.seed", 20_210_310);
    private static final int ROUNDS = 20_000;
    private static final int SENT = 150;
    private static final int LONGEST = 16 * 1024;
    private static final List<String> BODIES = List.of(
            "",
            "=",
            "AAAA",
            "AA==",
            "AA=",
            "AA\r\n AA\n",
            "\uFEFFAAAA",
            "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n",
            "AB+/AB-_",
            "A".repeat(LONGEST),
            "A".repeat(LONGEST + 1),
            " ".repeat(LONGEST),
            "\0\0\0\0");
    private static final List<String> CREDENTIALS = List.of(
            Samples.REQUEST_ID + ":AB12-CD34",
            Samples.REQUEST_ID + ":a:b:c",
            Samples.REQUEST_ID + ":",
            Samples.REQUEST_ID + ": ",
            Samples.REQUEST_ID,
            ":",
            "",
            ":AB12-CD34",
            "１２３４５６７８９０１２３４５:AB12",
            Samples.REQUEST_ID + ":\u0000\r\n",
            Samples.REQUEST_ID + ":" + "é".repeat(64),
            Samples.REQUEST_ID + ":" + "9".repeat(65));

    private final Random random = new Random(SEED);

    @Test
    @Timeout(20)
    void readsEveryBodyOrRefusesIt() {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = changed(BODIES.get(random.nextInt(BODIES.size())));
            try {
                assertThat(EstMessages.request(body, new HttpHeaders())).hasSizeLessThanOrEqualTo(LONGEST);
            } catch (Refused | DataBufferLimitException expected) {
                // the answers to a bad body
            }
        }
    }

    @Test
    @Timeout(20)
    void readsEveryPairOfIdsOrNone() {
        for (int round = 0; round < ROUNDS; round++) {
            String sent = authorization(CREDENTIALS.get(random.nextInt(CREDENTIALS.size())));
            read(sent).ifPresent(notice -> {
                assertThat(notice.requestId()).as(sent).matches("[0-9]{15}");
                assertThat(notice.referenceId()).as(sent).isNotBlank().hasSizeLessThanOrEqualTo(64);
                assertThat(notice.referenceId().chars().filter(Character::isISOControl))
                        .as(sent)
                        .isEmpty();
            });
        }
    }

    @Test
    void readsAReferenceIdWithColons() {
        assertThat(read(basic((Samples.REQUEST_ID + ":a:b:c").getBytes(StandardCharsets.UTF_8))))
                .contains(new NoticeCredentials(Samples.REQUEST_ID, "a:b:c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "AB12\r\nCD34", "AB12\tCD34", "AB12\u0085", " \u3000"})
    void readsNoReferenceIdWithControlCharacters(String referenceId) {
        assertThat(read(basic((Samples.REQUEST_ID + ":" + referenceId).getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @Test
    @Timeout(60)
    void answersWhateverIsPosted() {
        others.on(DownloadForRequest.class, command -> Samples.handedOut(SampleCertificates.PEM));
        others.on(RenewForRequest.class, command -> Samples.handedOut(SampleCertificates.PEM));
        for (int round = 0; round < SENT; round++) {
            byte[] body = changed(BODIES.get(random.nextInt(BODIES.size())));
            String sent = random.nextBoolean()
                    ? basic((Samples.REQUEST_ID + ":AB12-CD34").getBytes(StandardCharsets.UTF_8))
                    : authorization(CREDENTIALS.get(random.nextInt(CREDENTIALS.size())));
            assertAnswered(post(stranger(), "simpleenroll", body, sent), body, sent);
            assertAnswered(post(terminal(), "simplereenroll", body, sent), body, sent);
        }
        assertThat(others.received(DownloadForRequest.class)).isNotEmpty();
        assertThat(others.received(RenewForRequest.class)).isNotEmpty();
    }

    private static void assertAnswered(int status, byte[] body, String sent) {
        assertThat(status)
                .as("seed %s: %s with %s", SEED, Arrays.toString(body), sent)
                .matches(code -> code == 200 || code >= 400 && code < 500, "answered or refused");
    }

    private static int post(WebTestClient client, String operation, byte[] body, String authorization) {
        return client.mutate()
                .responseTimeout(Duration.ofSeconds(10))
                .build()
                .post()
                .uri("/.well-known/est/" + operation)
                .header("Authorization", authorization)
                .contentType(MediaType.parseMediaType("application/pkcs10"))
                .bodyValue(body)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private static Optional<NoticeCredentials> read(String authorization) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.AUTHORIZATION, authorization);
        return NoticeCredentials.in(headers);
    }

    /** Credentials that are changed before they are encoded, after that, or not at all. */
    private String authorization(String credentials) {
        return switch (random.nextInt(4)) {
            case 0 -> basic(credentials.getBytes(StandardCharsets.UTF_8));
            case 1 -> "Basic " + credentials.replaceAll("[^ -~]", "?");
            case 2 ->
                new String(changed(basic(changed(credentials))), StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", "?");
            default -> basic(changed(credentials));
        };
    }

    private static String basic(byte[] credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    private byte[] changed(String text) {
        byte[] changed = text.getBytes(StandardCharsets.UTF_8);
        for (int change = random.nextInt(4); change > 0; change--) {
            int at = random.nextInt(changed.length + 1);
            byte[] longer = Arrays.copyOf(changed, changed.length + 1);
            System.arraycopy(changed, at, longer, at + 1, changed.length - at);
            longer[at] = (byte) random.nextInt(256);
            changed = random.nextBoolean() ? longer : Arrays.copyOf(changed, at);
        }
        return changed;
    }
}
