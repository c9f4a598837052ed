package jp.shomei.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class GreetingTest {

    private final MockEnvironment environment = new MockEnvironment().withProperty("local.server.port", "8080");

    @TempDir
    Path directory;

    @Test
    void tellsWhereItsOwnTokensAre(CapturedOutput output) {
        greet();
        assertThat(output).contains("tokens     " + directory.resolve("tokens.json"), "http://localhost:8080/");
    }

    @Test
    void tellsOfNoTokensWhereAnIssuersCount(CapturedOutput output) {
        environment.setProperty("shomei.oidc.issuer", "https://login.example.jp");
        greet();
        assertThat(output).contains("issuer     https://login.example.jp").doesNotContain("tokens.json");
    }

    private void greet() {
        Clock clock = Clock.fixed(Instant.parse("2021-03-10T00:00:00Z"), ZoneOffset.UTC);
        new Greeting(DataDirectory.open(directory), clock, environment, Optional::empty)
                .onApplicationEvent(new AvailabilityChangeEvent<>(this, ReadinessState.ACCEPTING_TRAFFIC));
    }
}
