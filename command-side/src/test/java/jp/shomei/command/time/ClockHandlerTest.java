package jp.shomei.command.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import jp.shomei.command.certificate.Applications;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.ClockMoved;
import jp.shomei.contracts.time.DailyJob;
import jp.shomei.contracts.time.FindClock;
import jp.shomei.contracts.time.JapanTime;
import jp.shomei.contracts.time.MoveClock;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventhandling.gateway.DefaultEventGateway;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClockHandlerTest {

    private static final Instant START = Applications.at("2021-03-10T09:00:00");
    private final SimulatedClock simulated = new SimulatedClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), START);
    private final Aside mover = new Aside("clock-mover-test", Duration.ofMinutes(1));
    private final List<LocalDate> days = new ArrayList<>();
    private final List<LocalDate> todays = new ArrayList<>();
    private final List<Object> published = new ArrayList<>();

    @AfterEach
    void stop() {
        mover.close();
    }

    @Test
    void everyDayPassedHasItsRunInOrderWithTheClockOnThatDay() throws Exception {
        handler(simulated).handle(new MoveClock(Applications.at("2021-03-13T18:30:00")), MetaData.emptyInstance());
        assertThat(days)
                .containsExactly(LocalDate.of(2021, 3, 11), LocalDate.of(2021, 3, 12), LocalDate.of(2021, 3, 13));
        assertThat(todays).isEqualTo(days);
        assertThat(simulated.instant()).isEqualTo(Applications.at("2021-03-13T18:30:00"));
    }

    @Test
    void aMoveWithinTheDayRunsNothing() throws Exception {
        handler(simulated).handle(new MoveClock(Applications.at("2021-03-10T23:59:59")), MetaData.emptyInstance());
        assertThat(days).isEmpty();
    }

    @Test
    void theMoveIsOnRecordOnceItsDaysHaveRun() throws Exception {
        Instant to = Applications.at("2021-03-11T00:00:00");
        handler(simulated).handle(new MoveClock(to), MetaData.emptyInstance());
        assertThat(published).containsExactly(new ClockMoved(START, to));
    }

    @Test
    void itNeverGoesBack() {
        MoveClock back = new MoveClock(START.minusSeconds(1));
        assertThatThrownBy(() -> handler(simulated).handle(back, MetaData.emptyInstance()))
                .isInstanceOf(Refused.class)
                .hasMessage("CLOCK_GOES_FORWARD_ONLY");
        assertThat(simulated.instant()).isEqualTo(START);
    }

    @Test
    void itNeverGoesFurtherThanItCouldCome() throws Exception {
        MoveClock slip = new MoveClock(Applications.at("9021-03-10T09:00:00"));
        assertThatThrownBy(() -> handler(simulated).handle(slip, MetaData.emptyInstance()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal().fields())
                                .containsExactly(FieldError.of(
                                        "now", FieldRule.RANGE, "2021-03-10T09:00+09:00", "2051-03-10T09:00+09:00")));
        assertThat(days).isEmpty();
        handler(simulated).handle(new MoveClock(Applications.at("2051-03-10T09:00:00")), MetaData.emptyInstance());
        assertThat(days).hasSize(10_957);
    }

    @Test
    void theRealClockIsNotMoved() {
        assertThatThrownBy(() -> handler(Clock.systemUTC()).handle(new MoveClock(START), MetaData.emptyInstance()))
                .isInstanceOf(Refused.class)
                .hasMessage("CLOCK_NOT_SIMULATED");
    }

    @Test
    void itTellsTheTimeOfJapan() {
        assertThat(handler(simulated).handle(new FindClock()).now()).hasToString("2021-03-10T09:00+09:00");
    }

    @Test
    void aDayIsRunOnceHoweverOftenItIsAskedFor() {
        DailyRun run = dailyRun(simulated);
        run.catchUp();
        run.catchUp();
        assertThat(days).containsExactly(LocalDate.of(2021, 3, 10));
    }

    @Test
    void aFailingJobKeepsNoOtherFromRunningAndIsTriedAgain() {
        List<String> ran = new ArrayList<>();
        boolean[] broken = {true};
        DailyRun run = new DailyRun(
                List.of(
                        job("first", () -> {
                            if (broken[0]) {
                                throw new IllegalArgumentException("broken");
                            }
                            ran.add("first");
                        }),
                        job("second", () -> ran.add("second"))),
                simulated);
        assertThatThrownBy(run::catchUp).isInstanceOf(IllegalStateException.class);
        assertThat(ran).containsExactly("second");
        assertThatThrownBy(run::catchUp).isInstanceOf(IllegalStateException.class);
        assertThat(ran).containsExactly("second");
        broken[0] = false;
        run.catchUp();
        run.catchUp();
        assertThat(ran).containsExactly("second", "first");
    }

    @Test
    void aMoveThatIsRepeatedRunsFirstWhatFailedAndNothingTwice() throws Exception {
        List<String> ran = new ArrayList<>();
        boolean[] broken = {true};
        DailyRun run = new DailyRun(
                List.of(
                        job("first", () -> {
                            if (broken[0]) {
                                throw new IllegalArgumentException("broken");
                            }
                            ran.add("first " + JapanTime.today(simulated));
                        }),
                        job("second", () -> ran.add("second " + JapanTime.today(simulated)))),
                simulated);
        ClockHandler handler = handler(simulated, run);
        MoveClock move = new MoveClock(Applications.at("2021-03-12T09:00:00"));
        assertThatThrownBy(() -> handler.handle(move, MetaData.emptyInstance()))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThat(ran).containsExactly("second 2021-03-11");
        broken[0] = false;
        handler.handle(move, MetaData.emptyInstance());
        assertThat(ran)
                .containsExactly("second 2021-03-11", "first 2021-03-11", "first 2021-03-12", "second 2021-03-12");
    }

    private ClockHandler handler(Clock clock) {
        return handler(clock, dailyRun(clock));
    }

    private ClockHandler handler(Clock clock, DailyRun run) {
        SimpleEventBus bus = SimpleEventBus.builder().build();
        bus.subscribe(events -> events.forEach(event -> published.add(event.getPayload())));
        return new ClockHandler(
                clock, run, DefaultEventGateway.builder().eventBus(bus).build(), mover);
    }

    private DailyRun dailyRun(Clock clock) {
        return new DailyRun(
                List.of(new DailyJob() {
                    @Override
                    public String name() {
                        return "record";
                    }

                    @Override
                    public void run(LocalDate day) {
                        days.add(day);
                        todays.add(JapanTime.today(clock));
                    }
                }),
                clock);
    }

    private static DailyJob job(String name, Runnable work) {
        return new DailyJob() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void run(LocalDate day) {
                work.run();
            }
        };
    }
}
