package jp.shomei.command.fee;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jp.shomei.command.calendar.BusinessDays;
import jp.shomei.command.calendar.ClosingDays;
import jp.shomei.command.certificate.Applications;
import jp.shomei.command.institution.FiledRegistrations;
import jp.shomei.contracts.fee.FeeEvent;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** Bills as they live from day to day, with an institution and a ledger that change as a test wants. */
final class BillRoom implements AutoCloseable {

    private final SetClock clock = new SetClock();
    private final Configuration axon;
    private Registration filed = Applications.filed();
    private boolean open = true;

    BillRoom(CollectionPolicy policy) {
        Ledgers ledgers = month -> open;
        FiledRegistrations registrations = code -> Optional.of(filed);
        axon = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .configureAggregate(Bill.class)
                .registerComponent(Clock.class, configuration -> clock)
                .registerComponent(Ledgers.class, configuration -> ledgers)
                .registerComponent(FiledRegistrations.class, configuration -> registrations)
                .registerComponent(PaymentMethodPolicy.class, configuration -> new PaymentMethodPolicy())
                .registerComponent(
                        WaitingReversals.class, configuration -> (institution, month, reversals) -> List.of())
                .registerComponent(SlipSettings.class, configuration -> BillFixture.SLIPS)
                .registerComponent(
                        CollectionCalendar.class,
                        configuration -> new CollectionCalendar(policy, new BusinessDays(ClosingDays.turnOfTheYear())))
                .start();
    }

    LocalDate today() {
        return JapanTime.today(clock);
    }

    void goTo(LocalDate day) {
        clock.now = day.atTime(LocalTime.NOON).atZone(JapanTime.ZONE).toInstant();
    }

    boolean isOpen() {
        return open;
    }

    void takeCharges(boolean yes) {
        open = yes;
    }

    Registration filed() {
        return filed;
    }

    void file(Registration registration) {
        filed = registration;
    }

    /** Sends a command and tells how it was refused, if so. */
    Optional<ErrorCode> send(Object command) {
        try {
            axon.commandGateway().sendAndWait(command, 10, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.refusal().code());
        }
    }

    List<FeeEvent> history(String billId) {
        return axon.eventStore()
                .readEvents(billId)
                .asStream()
                .map(event -> (FeeEvent) event.getPayload())
                .toList();
    }

    @Override
    public void close() {
        axon.shutdown();
    }

    private static final class SetClock extends Clock {

        private volatile Instant now = Applications.MORNING;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return JapanTime.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("days are read in Japan");
        }
    }
}
