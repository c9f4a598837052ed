package jp.shomei.app.start;

import java.nio.file.Path;
import java.time.Clock;
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

    public Greeting(DataDirectory data, Clock clock, Environment environment) {
        this.data = data;
        this.clock = clock;
        this.environment = environment;
    }

    @Override
    public void onApplicationEvent(AvailabilityChangeEvent<ReadinessState> event) {
        if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            String port = environment.getRequiredProperty("local.server.port");
            Path tokens = data.root().resolve(EmbeddedTokens.TOKENS);
            System.out.printf(
                    """
                    証明 Shomei is ready.
                      interface  http://localhost:%s/openapi.json
                      tokens     %s
                      data       %s
                      clock      %s
                    """,
                    port,
                    tokens,
                    data.root(),
                    clock.instant().atZone(JapanTime.ZONE).toOffsetDateTime());
        }
    }
}
