package jp.shomei.http.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.MoveClock;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class ClockControllerTest extends HttpTest {
    @Test
    void movesTheClock() {
        others.on(MoveClock.class, command -> Samples.clock(command.now()));

        move("{\"now\":\"2021-03-11T09:00:00+09:00\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.now")
                .isEqualTo("2021-03-11T09:00:00+09:00")
                .jsonPath("$.today")
                .isEqualTo("2021-03-11");
        assertThat(others.newest(MoveClock.class).getPayload().now()).isEqualTo(Instant.parse("2021-03-11T00:00:00Z"));
    }

    @Test
    void takesNothingButAnInstantWithOffset() {
        for (String body :
                new String[] {"{}", "{\"now\":\"\"}", "{\"now\":\"tomorrow\"}", "{\"now\":\"2021-03-11\"}"}) {
            move(body)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("now");
        }
        move("{\"now\":1615420800}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("TYPE");
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void refusesToMoveTheRealClock() {
        others.on(MoveClock.class, command -> {
            throw Refused.because(ErrorCode.CLOCK_NOT_SIMULATED);
        });

        move("{\"now\":\"2021-03-11T09:00:00+09:00\"}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("CLOCK_NOT_SIMULATED");
    }

    private WebTestClient.ResponseSpec move(String body) {
        return as(Role.OPERATOR)
                .post()
                .uri("/api/v1/clock")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
