package jp.shomei.command.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.ClockMoved;
import jp.shomei.contracts.time.ClockView;
import jp.shomei.contracts.time.FindClock;
import jp.shomei.contracts.time.JapanTime;
import jp.shomei.contracts.time.MoveClock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;

/** Tells the time, and moves it where it is simulated. */
public final class ClockHandler {

    /** Every day passed has its run: a slip of the pen must not ask for millions of them. */
    private static final int MOST_YEARS = 30;

    private final Clock clock;
    private final DailyRun dailyRun;
    private final EventGateway events;
    private final Aside mover;

    /**
     * @param mover where it is moved: each job commits for itself, and moves follow one another
     */
    public ClockHandler(Clock clock, DailyRun dailyRun, EventGateway events, Aside mover) {
        this.clock = clock;
        this.dailyRun = dailyRun;
        this.events = events;
        this.mover = mover;
    }

    @QueryHandler
    public ClockView handle(FindClock query) {
        return view();
    }

    @CommandHandler
    public ClockView handle(MoveClock command, MetaData metadata) throws Exception {
        if (!(clock instanceof SimulatedClock simulated)) {
            throw Refused.because(ErrorCode.CLOCK_NOT_SIMULATED);
        }
        return mover.call(() -> {
            move(simulated, command.now(), metadata);
            return view();
        });
    }

    private void move(SimulatedClock simulated, Instant to, MetaData metadata) {
        Instant from = simulated.instant();
        if (to.isBefore(from)) {
            throw Refused.because(ErrorCode.CLOCK_GOES_FORWARD_ONLY);
        }
        requireBounded(from, to);
        LocalDate last = JapanTime.dayOf(to);
        try {
            dailyRun.repeat();
            for (LocalDate day = JapanTime.dayOf(from).plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
                simulated.moveTo(day.atStartOfDay(JapanTime.ZONE).toInstant());
                dailyRun.run(day);
            }
            simulated.moveTo(to);
        } finally {
            // a move that ended early, with a job that failed, is on record as far as it came
            events.publish(new GenericEventMessage<>(new ClockMoved(from, simulated.instant()), metadata));
        }
    }

    private static void requireBounded(Instant from, Instant to) {
        OffsetDateTime present = from.atZone(JapanTime.ZONE).toOffsetDateTime();
        OffsetDateTime latest = present.plusYears(MOST_YEARS);
        if (to.isAfter(latest.toInstant())) {
            Refused.ifAny(List.of(FieldError.of("now", FieldRule.RANGE, present.toString(), latest.toString())));
        }
    }

    private ClockView view() {
        ZonedDateTime now = clock.instant().atZone(JapanTime.ZONE);
        return new ClockView(now.toOffsetDateTime(), now.toLocalDate(), clock instanceof SimulatedClock);
    }
}
