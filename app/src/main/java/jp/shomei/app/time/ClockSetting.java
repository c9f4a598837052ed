package jp.shomei.app.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.shomei.app.ShomeiProperties;
import jp.shomei.app.start.StartRefused;
import jp.shomei.command.time.SimulatedClock;
import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The clock everything reads. A simulated clock goes on where its history ends, so that no event is older than the one
 * before it, also after a restart.
 */
@Configuration(proxyBeanMethods = false)
public class ClockSetting {

    private static final Instant EARLIEST =
            PriceTable.FIRST_DAY.atStartOfDay(JapanTime.ZONE).toInstant();

    /** How far the newest event may lie ahead of the real clock: other machines' clocks differ a little. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    @Bean
    static Clock clock(ShomeiProperties properties, NewestEvent newestEvent) {
        Optional<Instant> newest = newestEvent.happenedAt();
        Clock clock = Optional.ofNullable(properties.clock())
                .map(start -> simulated(start.toInstant(), newest))
                .orElseGet(() -> real(newest));
        GenericEventMessage.clock = clock;
        return clock;
    }

    /** The machine's own clock, for commands that start no system. */
    public static Clock ofTheMachine() {
        return Clock.systemUTC();
    }

    private static Clock simulated(Instant start, Optional<Instant> newest) {
        if (start.isBefore(EARLIEST)) {
            throw new StartRefused("The simulated clock cannot start before " + EARLIEST.atZone(JapanTime.ZONE)
                    + ", when the network's first certificates were issued and the first prices held.");
        }
        return new SimulatedClock(
                Clock.systemUTC(), newest.filter(start::isBefore).orElse(start));
    }

    private static Clock real(Optional<Instant> newest) {
        Clock real = Clock.systemUTC();
        newest.filter(event -> event.isAfter(real.instant().plus(TOLERANCE))).ifPresent(event -> {
            throw new StartRefused("The newest event in the data directory is of " + event
                    + ", which is yet to come. These data belong to a simulated clock: start with --shomei.clock="
                    + event + ", or choose other data with --shomei.data=DIR.");
        });
        return real;
    }
}
