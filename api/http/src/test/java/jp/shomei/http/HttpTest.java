package jp.shomei.http;

import java.time.Duration;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A test against the running room; all of them share one. */
@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "shomei.http.import-limit=8MB",
            "shomei.http.results-limit=4MB",
            "shomei.http.spool=target/shomei-http-test",
            "spring.main.banner-mode=off"
        })
public abstract class HttpTest {
    @Autowired
    protected OtherRooms others;

    @LocalServerPort
    protected int port;

    @BeforeEach
    void forgetWhatWasBefore() {
        others.forget();
    }

    /** A client with no token. */
    protected WebTestClient anybody() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024))
                .build();
    }

    /** A client with the token of a role. */
    protected WebTestClient as(Role role) {
        return anybody()
                .mutate()
                .defaultHeader("Authorization", "Bearer " + TestApplication.token(role))
                .build();
    }
}
