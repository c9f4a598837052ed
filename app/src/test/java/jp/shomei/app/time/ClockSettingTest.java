package jp.shomei.app.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jp.shomei.app.ShomeiProperties;
import jp.shomei.app.start.StartRefused;
import jp.shomei.command.institution.CheckDigitMode;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClockSettingTest {

    private static final OffsetDateTime START = OffsetDateTime.parse("2021-03-10T09:00:00+09:00");
    private final Clock before = GenericEventMessage.clock;
    private Optional<Instant> newest = Optional.empty();

    @AfterEach
    void restore() {
        GenericEventMessage.clock = before;
    }

    @Test
    void theSimulatedClockStartsWhereItIsTold() {
        assertThat(ClockSetting.clock(with(START), () -> newest).instant())
                .isBetween(START.toInstant(), START.plusSeconds(5).toInstant());
    }

    @Test
    void theSimulatedClockGoesOnWhereItsHistoryEnds() {
        Instant later = Instant.parse("2022-01-01T00:00:00Z");
        newest = Optional.of(later);
        assertThat(ClockSetting.clock(with(START), () -> newest).instant()).isBetween(later, later.plusSeconds(5));
    }

    @Test
    void theSimulatedClockDoesNotStartBeforeThereWerePrices() {
        assertThatThrownBy(
                        () -> ClockSetting.clock(with(OffsetDateTime.parse("2020-09-30T23:59:59+09:00")), () -> newest))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("2020-10-01");
    }

    @Test
    void eventsAreDatedByTheClock() {
        Clock clock = ClockSetting.clock(with(START), () -> newest);
        assertThat(GenericEventMessage.clock).isSameAs(clock);
    }

    @Test
    void theRealClockRefusesAHistoryOfTheFuture() {
        newest = Optional.of(Instant.parse("2999-01-01T00:00:00Z"));
        assertThatThrownBy(() -> ClockSetting.clock(with(null), () -> newest))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--shomei.clock=2999-01-01T00:00:00Z");
    }

    @Test
    void theRealClockIsTheMachines() {
        newest = Optional.of(Instant.parse("2021-01-01T00:00:00Z"));
        Instant now = Instant.now();
        assertThat(ClockSetting.clock(with(null), () -> newest).instant()).isBetween(now, now.plusSeconds(5));
    }

    private static ShomeiProperties with(OffsetDateTime clock) {
        return new ShomeiProperties(
                Path.of("data"),
                clock,
                CheckDigitMode.WARN,
                List.of(),
                List.of(),
                new ShomeiProperties.Renewal(90, false, null),
                "rsa-2048",
                0,
                new ShomeiProperties.Terminal(null, List.of("localhost")),
                "Online Billing NW Common");
    }
}
