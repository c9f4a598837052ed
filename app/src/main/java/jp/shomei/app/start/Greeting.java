package jp.shomei.app.start;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import jp.shomei.app.security.EmbeddedTokens;
import jp.shomei.contracts.time.JapanTime;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Tells the operator, once everything is open, where the pages, the tokens and the data are. */
public final class Greeting implements ApplicationListener<AvailabilityChangeEvent<ReadinessState>> {

    private final DataDirectory data;
    private final Clock clock;
    private final Environment environment;
    private final Supplier<Optional<Integer>> terminalPort;

    /**
     * A greeting.
     *
     * @param terminalPort the number of the port for terminals, if it is open
     */
    public Greeting(
            DataDirectory data, Clock clock, Environment environment, Supplier<Optional<Integer>> terminalPort) {
        this.data = data;
        this.clock = clock;
        this.environment = environment;
        this.terminalPort = terminalPort;
    }

    @Override
    public void onApplicationEvent(AvailabilityChangeEvent<ReadinessState> event) {
        if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            String port = environment.getRequiredProperty("local.server.port");
            System.out.printf(
                    """
                    証明 Shomei is ready.
                    %s  interface  http://localhost:%s/openapi.json
                      %s
                      data       %s
                      clock      %s
                    """,
                    terminalPort
                            .get()
                            .map("  terminals  https://localhost:%s%n"::formatted)
                            .orElse(""),
                    port,
                    access(),
                    data.root(),
                    clock.instant().atZone(JapanTime.ZONE).toOffsetDateTime());
        }
    }

    /** Whose tokens open the doors. */
    private String access() {
        String issuer = environment.getProperty("shomei.oidc.issuer", "");
        return issuer.isBlank() ? "tokens     " + data.root().resolve(EmbeddedTokens.TOKENS) : "issuer     " + issuer;
    }
}
