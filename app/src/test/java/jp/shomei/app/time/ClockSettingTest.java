package jp.shomei.app.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import jp.shomei.app.ShomeiProperties;
import jp.shomei.app.start.StartRefused;
import jp.shomei.command.institution.CheckDigitMode;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClockSettingTest {

    private static final OffsetDateTime START = OffsetDateTime.parse("2021-03-10T09:00:00+09:00");
    private final Clock before = GenericEventMessage.clock;
    private final InMemoryEventStorageEngine events = new InMemoryEventStorageEngine();

    @AfterEach
    void restore() {
        GenericEventMessage.clock = before;
    }

    @Test
    void theSimulatedClockStartsWhereItIsTold() {
        assertThat(ClockSetting.clock(with(START), events).instant()).isBetween(START.toInstant(), START.plusSeconds(5).toInstant());
    }

    @Test
    void theSimulatedClockGoesOnWhereItsHistoryEnds() {
        Instant later = Instant.parse("2022-01-01T00:00:00Z");
        record(later);
        assertThat(ClockSetting.clock(with(START), events).instant()).isBetween(later, later.plusSeconds(5));
    }

    @Test
    void eventsAreDatedByTheClock() {
        Clock clock = ClockSetting.clock(with(START), events);
        assertThat(GenericEventMessage.clock).isSameAs(clock);
    }

    @Test
    void theRealClockRefusesAHistoryOfTheFuture() {
        record(Instant.parse("2999-01-01T00:00:00Z"));
        assertThatThrownBy(() -> ClockSetting.clock(with(null), events))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--shomei.clock=2999-01-01T00:00:00Z");
    }

    @Test
    void theRealClockIsTheMachines() {
        record(Instant.parse("2021-01-01T00:00:00Z"));
        Instant now = Instant.now();
        assertThat(ClockSetting.clock(with(null), events).instant()).isBetween(now, now.plusSeconds(5));
    }

    private void record(Instant at) {
        GenericEventMessage.clock = Clock.fixed(at, ZoneOffset.UTC);
        events.appendEvents(new GenericEventMessage<>("first"), new GenericEventMessage<>("newest"));
    }

    private static ShomeiProperties with(OffsetDateTime clock) {
        return new ShomeiProperties(
                Path.of("data"), clock, CheckDigitMode.WARN, List.of(), "rsa-2048", "Online Billing NW Common");
    }
}
