package jp.shomei.app.start;

import java.nio.file.Path;
import java.time.Clock;
import jp.shomei.app.security.EmbeddedTokens;
import jp.shomei.contracts.time.JapanTime;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;

/** Tells the operator, once everything is open, where the pages, the tokens and the data are. */
public final class Greeting implements ApplicationListener<AvailabilityChangeEvent<ReadinessState>> {

    private final DataDirectory data;
    private final Clock clock;
    private final WebServerApplicationContext web;

    public Greeting(DataDirectory data, Clock clock, WebServerApplicationContext web) {
        this.data = data;
        this.clock = clock;
        this.web = web;
    }

    @Override
    public void onApplicationEvent(AvailabilityChangeEvent<ReadinessState> event) {
        if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            int port = web.getWebServer().getPort();
            Path tokens = data.root().resolve(EmbeddedTokens.TOKENS);
            System.out.printf(
                    """
                    証明 Shomei is ready.
                      interface  http://localhost:%d/openapi.json
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
