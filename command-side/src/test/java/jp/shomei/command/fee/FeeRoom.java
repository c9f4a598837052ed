package jp.shomei.command.fee;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jp.shomei.command.calendar.BusinessDays;
import jp.shomei.command.calendar.ClosingDays;
import jp.shomei.command.calendar.DispatchCalendar;
import jp.shomei.command.certificate.AgreementPolicy;
import jp.shomei.command.certificate.Applications;
import jp.shomei.command.certificate.Certificate;
import jp.shomei.command.certificate.DispatchDays;
import jp.shomei.command.certificate.FourEyesPolicy;
import jp.shomei.command.certificate.IssuanceTerms;
import jp.shomei.command.certificate.RenewalPolicy;
import jp.shomei.command.history.Restores;
import jp.shomei.command.institution.CheckDigitMode;
import jp.shomei.command.institution.CodePolicy;
import jp.shomei.command.institution.FiledRegistrations;
import jp.shomei.command.notice.Notice;
import jp.shomei.command.notice.WhenCertificateIssuedThenEncloseInNotice;
import jp.shomei.contracts.fee.FeeCharged;
import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Certificates, notices, bills and ledgers on a history of their own, with the reactions that charge what they cost. */
final class FeeRoom implements AutoCloseable {

    /** What happens where the process dies. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    final LedgerReader reader = new LedgerReader(this::of);
    final List<CommandMessage<?>> sent = Collections.synchronizedList(new ArrayList<>());
    volatile Consumer<Message<?>> meanwhile = message -> {};
    volatile @Nullable InstitutionCode unregistered;
    volatile FiledRegistrations filed = code -> Optional.of(Applications.filed());
    private final IndexedEvents events = new IndexedEvents();
    private final SetClock clock = new SetClock();
    private final AtomicInteger stepsToCrash = new AtomicInteger(Integer.MAX_VALUE);
    private final Configuration axon;
    private final AnnotationEventHandlerAdapter[] reactions;
    private int reactedTo;

    FeeRoom() {
        this(PriceTable.asPublished());
    }

    FeeRoom(PriceTable prices) {
        CodePolicy codes = new CodePolicy(CheckDigitMode.WARN);
        DispatchDays days = new DispatchCalendar(ClosingDays.turnOfTheYear());
        FiledRegistrations registrations = code -> filed.find(code).filter(one -> !code.equals(unregistered));
        axon = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(configuration -> events)
                .configureAggregate(cached(Certificate.class))
                .configureAggregate(cached(Notice.class))
                .configureAggregate(cached(Bill.class))
                .configureAggregate(Ledger.class)
                .registerMessageHandler(configuration -> reader)
                .registerComponent(Clock.class, configuration -> clock)
                .registerComponent(CodePolicy.class, configuration -> codes)
                .registerComponent(AgreementPolicy.class, configuration -> new AgreementPolicy(codes))
                .registerComponent(FourEyesPolicy.class, configuration -> new FourEyesPolicy(Set.of()))
                .registerComponent(RenewalPolicy.class, configuration -> RenewalPolicy.AS_PUBLISHED)
                .registerComponent(FiledRegistrations.class, configuration -> registrations)
                .registerComponent(DispatchDays.class, configuration -> days)
                .registerComponent(IssuanceTerms.class, configuration -> new IssuanceTerms(prices, days))
                .registerComponent(PriceTable.class, configuration -> prices)
                .registerComponent(PaymentMethodPolicy.class, configuration -> new PaymentMethodPolicy())
                .registerComponent(WaitingReversals.class, configuration -> new AggregateReversals(this::bills, clock))
                .registerComponent(SlipSettings.class, configuration -> BillFixture.SLIPS)
                .registerComponent(
                        CollectionCalendar.class,
                        configuration -> new CollectionCalendar(
                                CollectionPolicy.USUAL, new BusinessDays(ClosingDays.turnOfTheYear())))
                .registerComponent(Ledgers.class, configuration -> new AggregateLedgers(this::ledgers))
                .start();
        axon.commandBus().registerDispatchInterceptor(messages -> (index, message) -> step(message));
        axon.queryBus().registerDispatchInterceptor(messages -> (index, message) -> step(message));
        reactions = reactions(new Charging(axon.commandGateway(), clock), days);
    }

    Configuration axon() {
        return axon;
    }

    Ledgers aggregateLedgers() {
        return axon.getComponent(Ledgers.class);
    }

    void goTo(LocalDate day) {
        goTo(day.atTime(LocalTime.NOON).atZone(JapanTime.ZONE).toInstant());
    }

    void goTo(Instant instant) {
        clock.now = instant;
    }

    <T> T send(Object command) {
        return axon.commandGateway().sendAndWait(command, 10, TimeUnit.SECONDS);
    }

    /** Writes what happened elsewhere, or before. */
    void record(Object... happened) {
        for (Object event : happened) {
            axon.eventGateway().publish(event);
        }
    }

    /** Hands every new event to the reactions, each in a unit of work of its own, as their processor does. */
    void react() {
        for (List<EventMessage<?>> more = events.from(reactedTo); !more.isEmpty(); more = events.from(reactedTo)) {
            for (EventMessage<?> event : more) {
                react(event);
                reactedTo++;
            }
        }
    }

    private void react(EventMessage<?> event) {
        ResultMessage<Object> result = DefaultUnitOfWork.startAndGet(event).executeWithResult(() -> {
            for (AnnotationEventHandlerAdapter reaction : reactions) {
                reaction.handle(event);
            }
            return event.getIdentifier();
        });
        if (result.isExceptional()) {
            throw (RuntimeException) result.exceptionResult();
        }
    }

    /** Hands the whole history to the reactions once more. */
    void reactAgain() {
        reactAgain(reactedTo);
    }

    /** Hands the last so many events to the reactions once more. */
    void reactAgain(int last) {
        reactedTo = Math.max(0, reactedTo - last);
        react();
    }

    /** Everything that was charged. */
    List<FeeCharged> charged() {
        return of(FeeCharged.class);
    }

    /** What happened of just this class. */
    <E> List<E> of(Class<E> type) {
        return events.of(type);
    }

    List<Object> history() {
        return historyFrom(0);
    }

    /** All that happened but the first so many events. */
    List<Object> historyFrom(int first) {
        List<Object> payloads = new ArrayList<>();
        events.from(first).forEach(message -> payloads.add(message.getPayload()));
        return payloads;
    }

    /** How much happened. */
    int size() {
        return events.size();
    }

    /** From that many commands and questions on, nothing is done any more. */
    void crashAfter(int steps) {
        stepsToCrash.set(steps);
    }

    void recover() {
        stepsToCrash.set(Integer.MAX_VALUE);
    }

    @Override
    public void close() {
        axon.shutdown();
    }

    private <M extends Message<?>> M step(M message) {
        if (stepsToCrash.getAndUpdate(left -> left == Integer.MAX_VALUE ? left : left - 1) <= 0) {
            throw new Crash();
        }
        meanwhile.accept(message);
        if (message instanceof CommandMessage<?> command) {
            sent.add(command);
        }
        return message;
    }

    private Repository<Bill> bills() {
        return axon.repository(Bill.class);
    }

    private Repository<Ledger> ledgers() {
        return axon.repository(Ledger.class);
    }

    private AnnotationEventHandlerAdapter[] reactions(Charging charging, DispatchDays days) {
        return List.of(
                        new WhenCertificateIssuedThenEncloseInNotice(
                                axon.commandGateway(), days, Restores.none(), clock),
                        new WhenCertificateIssuedThenChargeFee(charging),
                        new WhenCertificateRenewedThenChargeFee(charging),
                        new WhenPostageIncurredThenChargeFee(charging),
                        new WhenChargeReversedThenChargeBack(charging),
                        new WhenFeeDefaultedThenRevokeCertificates(axon.commandGateway()),
                        new WhenFeeWrittenOffThenOffsetReversals(axon.commandGateway()))
                .stream()
                .map(AnnotationEventHandlerAdapter::new)
                .toArray(AnnotationEventHandlerAdapter[]::new);
    }

    private static <A> AggregateConfigurer<A> cached(Class<A> type) {
        return AggregateConfigurer.defaultConfiguration(type).configureCache(configuration -> new WeakReferenceCache());
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
