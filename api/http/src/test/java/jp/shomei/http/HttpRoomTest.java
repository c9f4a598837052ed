package jp.shomei.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import jp.shomei.contracts.time.FindClock;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.userdetails.ReactiveUserDetailsService;

class HttpRoomTest extends HttpTest {
    @Autowired
    private ApplicationContext context;

    @Test
    void answersACallerThatMayAsk() {
        others.on(FindClock.class, query -> Samples.clock(Instant.parse("2021-03-10T00:00:00Z")));

        as(Role.BILLING)
                .get()
                .uri("/api/v1/clock")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"now\":\"2021-03-10T09:00:00+09:00\",\"today\":\"2021-03-10\",\"simulated\":true}");
    }

    @Test
    void hasNoUsersWithPasswords() {
        assertThat(context.getBeanNamesForType(ReactiveUserDetailsService.class))
                .isEmpty();
    }
}
