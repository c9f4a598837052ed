package jp.shomei.http.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import jp.shomei.contracts.certificate.ApproveApplication;
import jp.shomei.contracts.certificate.DownloadPkcs12;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import jp.shomei.http.access.Role;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.InvalidMimeTypeException;

class ProblemTest extends HttpTest {
    private static final String APPROVAL = "/api/v1/certificates/" + Samples.REQUEST_ID + "/approval";

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void answersEveryCodeWithItsStatusAndJapaneseSentences(ErrorCode code) {
        others.on(ApproveApplication.class, command -> {
            throw Refused.because(code, "60");
        });

        approve()
                .expectStatus()
                .isEqualTo(Statuses.of(code))
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueEquals("Content-Language", "ja")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code.name())
                .jsonPath("$.status")
                .isEqualTo(Statuses.of(code).value())
                .jsonPath("$.type")
                .isEqualTo("urn:shomei:problem:"
                        + code.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .jsonPath("$.title")
                .value(String.class, title -> assertThat(title).containsPattern("[ぁ-ん一-龠]"))
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).endsWith("。").doesNotContain("{"))
                .jsonPath("$.errors")
                .doesNotExist();
    }

    @Test
    void speaksEnglishWhenAsked() {
        others.on(ApproveApplication.class, command -> {
            throw Refused.because(ErrorCode.NOT_WAITING_APPROVAL);
        });

        Map<String, String> languages = Map.of(
                "en",
                "en",
                "en-GB,en;q=0.9",
                "en",
                "fr,en;q=0.5",
                "en",
                "ja,en;q=0.5",
                "ja",
                "fr",
                "ja",
                "*",
                "ja",
                "en;q=0.1,ja;q=0.9",
                "ja",
                "%%%",
                "ja");
        languages.forEach((accepted, spoken) -> as(Role.OFFICER)
                .post()
                .uri(APPROVAL)
                .header("Accept-Language", accepted)
                .exchange()
                .expectHeader()
                .valueEquals("Content-Language", spoken)
                .expectHeader()
                .valueMatches("Vary", ".*Accept-Language.*")
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo(spoken.equals("en") ? "The application is not waiting" : "発行承認待ちではありません"));
    }

    @Test
    void findsTheRefusalInsideOtherErrors() {
        Refusal refusal = Refusal.of(ErrorCode.NOT_ISSUED);
        Stream.of(
                        new CommandExecutionException("remote", null, refusal),
                        new CompletionException(new Refused(refusal)),
                        new IllegalStateException(new CompletionException(new Refused(refusal))))
                .forEach(error -> expect(error, 409, "NOT_ISSUED"));
    }

    @Test
    void knowsWhatTheFrameworksErrorsMean() {
        expect(new ConcurrencyException("same sequence"), 409, "CONCURRENT_CHANGE");
        expect(new ConflictingAggregateVersionException("a", 1, 2), 409, "CONCURRENT_CHANGE");
        expect(new LockAcquisitionFailedException("busy"), 409, "CONCURRENT_CHANGE");
        expect(new AggregateNotFoundException("a", "no such"), 404, "CERTIFICATE_NOT_FOUND");
        expect(new CompletionException(new TimeoutException()), 503, "TEMPORARILY_UNAVAILABLE");
        expect(new IllegalStateException(new SQLException("stops", "57P01")), 503, "TEMPORARILY_UNAVAILABLE");
        expect(new SQLException("lost", "08006"), 503, "TEMPORARILY_UNAVAILABLE");
        expect(new SQLTransientConnectionException("none free"), 503, "TEMPORARILY_UNAVAILABLE");
        expect(new SQLException("no such column", "42703"), 500, "INTERNAL_ERROR");
        expect(new InvalidMimeTypeException("a/b, a/c", "too many"), 406, "NOT_ACCEPTABLE");
    }

    @Test
    void saysHowLongToWait() {
        others.on(DownloadPkcs12.class, command -> {
            throw Refused.because(ErrorCode.DOWNLOAD_LOCKED, "900");
        });
        anybody()
                .post()
                .uri("/download/p12")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"requestId\":\"%s\",\"referenceId\":\"AB12\",\"password\":\"1234\"}"
                        .formatted(Samples.REQUEST_ID))
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("Retry-After", "900")
                .expectHeader()
                .doesNotExist("Content-Disposition")
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("900秒"));

        others.on(FindCertificate.class, query -> {
            throw Refused.because(ErrorCode.READ_MODEL_BEHIND);
        });
        as(Role.OFFICER)
                .get()
                .uri("/api/v1/certificates/" + Samples.REQUEST_ID)
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "2");
    }

    @Test
    void tellsNothingOfAFaultButAReference() {
        others.on(ApproveApplication.class, command -> {
            throw new IllegalStateException("the secret is 1234");
        });

        byte[] body = approve()
                .expectStatus()
                .isEqualTo(500)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("INTERNAL_ERROR")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).containsPattern("[0-9a-f]{16}"))
                .returnResult()
                .getResponseBody();

        assertThat(new String(body, java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("1234\"")
                .doesNotContain("secret")
                .doesNotContain("Exception");
    }

    @Test
    void answersPathsThatDoNotExist() {
        as(Role.OFFICER)
                .get()
                .uri("/api/v1/nothing")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOT_FOUND");
        anybody().get().uri("/").exchange().expectStatus().isNotFound();
        anybody().post().uri("/ca/nothing.crt").exchange().expectStatus().isNotFound();
        as(Role.OFFICER)
                .get()
                .uri("/api/v1/certificates/" + "9".repeat(3000))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void answersMethodsThatDoNotExistWithThoseThatDo() {
        for (HttpMethod method :
                new HttpMethod[] {HttpMethod.DELETE, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.TRACE}) {
            as(Role.OPERATOR)
                    .method(method)
                    .uri("/api/v1/clock")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(405)
                    .expectHeader()
                    .value("Allow", allow -> assertThat(allow.split(", ?")).containsExactlyInAnyOrder("GET", "POST"))
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("METHOD_NOT_ALLOWED");
        }
        anybody().get().uri("/download/p12").exchange().expectStatus().isEqualTo(405);
    }

    @Test
    void answersHeadAndOptions() {
        others.on(FindCertificate.class, query -> java.util.Optional.empty());
        as(Role.OFFICER)
                .head()
                .uri("/api/v1/certificates/" + Samples.REQUEST_ID)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .isEmpty();
        as(Role.OFFICER)
                .options()
                .uri("/api/v1/clock")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value("Allow", allow -> assertThat(allow).contains("GET").contains("POST"));
    }

    @Test
    void answersInItsOwnFormWhateverTheCallerAccepts() {
        for (String accept : new String[] {"text/html", "application/xml", "image/png;q=0.5", "nonsense"}) {
            as(Role.OFFICER)
                    .get()
                    .uri("/api/v1/clock")
                    .header("Accept", accept)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(406)
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("NOT_ACCEPTABLE");
        }
    }

    @Test
    void refusesWhatTheFirewallRefuses() {
        anybody()
                .get()
                .uri(URI.create("http://127.0.0.1:" + port + "/ca/%2e%2e/root.crt"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("INVALID_REQUEST");
    }

    @Test
    void refusesATokenThatIsNoneOfOurs() {
        for (String token : new String[] {"nonsense", "CERTIFICATE:1:x", "CERTIFICATE::1", "X:1:1", "A".repeat(5000)}) {
            as(Role.OFFICER)
                    .get()
                    .uri("/api/v1/certificates/" + Samples.REQUEST_ID)
                    .header("Consistency-Token", token)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("INVALID_REQUEST");
        }
        assertThat(others.heardNothing()).isTrue();
    }

    private void expect(Exception error, int status, String code) {
        others.on(ApproveApplication.class, command -> {
            throw error;
        });
        approve()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private WebTestClient.ResponseSpec approve() {
        return as(Role.OFFICER).post().uri(APPROVAL).exchange();
    }
}
