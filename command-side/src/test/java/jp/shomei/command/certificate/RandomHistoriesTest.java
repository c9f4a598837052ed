package jp.shomei.command.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jp.shomei.command.calendar.ClosingDays;
import jp.shomei.command.calendar.DispatchCalendar;
import jp.shomei.command.certificate.ReferenceCertificate.Step;
import jp.shomei.command.history.Restores;
import jp.shomei.command.institution.CheckDigitMode;
import jp.shomei.command.institution.CodePolicy;
import jp.shomei.command.institution.FiledRegistrations;
import jp.shomei.contracts.certificate.ApplyForCertificate;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.contracts.certificate.DownloadOrder;
import jp.shomei.contracts.certificate.ReminderSent;
import jp.shomei.contracts.certificate.RenewalWindow;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.reminder.ReminderKind;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Random command sequences against {@link ReferenceCertificate}, the same in every build. {@code
 * -Dshomei.histories=100000} for a long run, {@code -Dshomei.seed=N} for other sequences.
 */
class RandomHistoriesTest {

    private static final int HISTORIES = Integer.getInteger("shomei.histories", 2_000);
    private static final long SEED = Long.getLong("shomei.seed", 20_210_310);
    private static final int MOST_STEPS = 60;

    /** An event store in memory looks at every event to find one history. */
    private static final int AT_ONCE = 20;

    private static final int GRACE_DAYS = 14;
    private static final List<String> ACTORS = List.of("applicant", "officer-a", "officer-b");

    private final SetClock clock = new SetClock();
    private final Random random = new Random(SEED);
    private final RandomSteps steps = new RandomSteps(random);
    private final Set<Class<?>> recorded = new HashSet<>();
    private final Set<ReminderKind> reminded = EnumSet.noneOf(ReminderKind.class);
    private @Nullable Configuration axon;

    @AfterEach
    void stop() {
        if (axon != null) {
            axon.shutdown();
        }
    }

    @Test
    void everyHistoryIsAsTheReferenceSays() {
        live(CertificateFixture.ONE_OFFICER, RenewalPolicy.AS_PUBLISHED, -1);
    }

    @Test
    void everyHistoryIsAsTheReferenceSaysAlsoWithTwoOfficersAndAGrace() {
        live(
                CertificateFixture.TWO_OFFICERS,
                new RenewalPolicy(new RenewalWindow(90, false), Period.ofDays(GRACE_DAYS)),
                GRACE_DAYS);
        assertThat(recorded)
                .as("every event there is, so that nothing goes untried (seed %d)", SEED)
                .containsExactlyInAnyOrder(CertificateEvent.class.getPermittedSubclasses());
        assertThat(reminded).as("every kind of reminder (seed %d)", SEED).containsOnly(ReminderKind.values());
    }

    private void live(FourEyesPolicy fourEyes, RenewalPolicy renewal, int graceDays) {
        boolean twoOfficers = fourEyes == CertificateFixture.TWO_OFFICERS;
        for (int number = 1; number <= HISTORIES / 2; number++) {
            if (number % AT_ONCE == 1) {
                restart(fourEyes, renewal);
            }
            clock.now = Applications.MORNING;
            String requestId = RequestId.of(today(), number);
            boolean agrees = random.nextBoolean();
            send(
                    new ApplyForCertificate(
                            requestId, Applications.form(agrees ? Applications.NAME : "よその医院", "1", "01")),
                    "applicant");
            ReferenceCertificate reference = new ReferenceCertificate(agrees, twoOfficers, graceDays, today());
            live(requestId, reference);
            List<CertificateEvent> history = history(requestId);
            history.forEach(event -> recorded.add(event.getClass()));
            HistoryInvariants.hold(history);
            List<ReminderSent> reminders = reminders(history);
            reminders.forEach(reminder -> reminded.add(reminder.kind()));
            assertThat(reminders)
                    .as("seed %d, %s", SEED, requestId)
                    .extracting(ReferenceReminders::of)
                    .containsExactlyElementsOf(reference.reminders());
        }
    }

    private void live(String requestId, ReferenceCertificate reference) {
        List<String> taken = new ArrayList<>();
        for (int left = random.nextInt(MOST_STEPS); left > 0; left--) {
            passTime(reference);
            Step next = steps.next();
            String actor = ACTORS.get(random.nextInt(ACTORS.size()));
            Object command = steps.command(requestId, next, reference.generation(), reference.lastDay(today()));
            taken.add(today() + " " + actor + " " + next);
            Optional<ErrorCode> expected = reference.take(next, actor, today());
            Outcome outcome = send(command, actor);
            assertThat(outcome.refusal())
                    .as("seed %d, %s: %s", SEED, requestId, String.join(", ", taken))
                    .isEqualTo(expected);
            if (outcome.answer() instanceof DownloadOrder order) {
                assertThat(order.generation()).isEqualTo(reference.generation());
                assertThat(order.expiresOn()).isEqualTo(reference.lastDay(today()));
            }
        }
    }

    /** Now and then some weeks, and where nothing else is due, right into the last days of download or validity. */
    private void passTime(ReferenceCertificate reference) {
        int chance = random.nextInt(20);
        if (chance < 2) {
            clock.now = clock.now.plus(Duration.ofDays(random.nextInt(40)));
        } else if (chance < 4 && (reference.generation() < 2 || random.nextInt(8) == 0)) {
            moveNear(random.nextInt(3) == 0 ? reference.lastDayOfDownload(today()) : reference.lastDay(today()));
        }
    }

    private void moveNear(LocalDate end) {
        LocalDate near = end.plusDays(random.nextInt(100) - 95L);
        if (near.isAfter(today())) {
            clock.now = near.atTime(12, 0).atZone(JapanTime.ZONE).toInstant();
        }
    }

    private LocalDate today() {
        return JapanTime.today(clock);
    }

    private List<CertificateEvent> history(String requestId) {
        return axon.eventStore()
                .readEvents(requestId)
                .asStream()
                .map(event -> (CertificateEvent) event.getPayload())
                .toList();
    }

    private static List<ReminderSent> reminders(List<CertificateEvent> history) {
        return history.stream()
                .filter(ReminderSent.class::isInstance)
                .map(ReminderSent.class::cast)
                .toList();
    }

    private Outcome send(Object command, String actor) {
        try {
            Object answer = axon.commandGateway()
                    .sendAndWait(
                            new GenericCommandMessage<>(command, MetaData.with(Metadata.ACTOR, actor)),
                            10,
                            TimeUnit.SECONDS);
            return new Outcome(answer, Optional.empty());
        } catch (Refused refused) {
            return new Outcome(null, Optional.of(refused.refusal().code()));
        }
    }

    private void restart(FourEyesPolicy fourEyes, RenewalPolicy renewal) {
        stop();
        CodePolicy codes = new CodePolicy(CheckDigitMode.WARN);
        FiledRegistrations registrations = code -> Optional.of(Applications.filed());
        DispatchDays dispatchDays = new DispatchCalendar(ClosingDays.turnOfTheYear());
        axon = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .configureCorrelationDataProviders(
                        configuration -> List.of(new SimpleCorrelationDataProvider(Metadata.ACTOR)))
                .configureAggregate(Certificate.class)
                .registerComponent(Clock.class, configuration -> clock)
                .registerComponent(CodePolicy.class, configuration -> codes)
                .registerComponent(AgreementPolicy.class, configuration -> new AgreementPolicy(codes))
                .registerComponent(FourEyesPolicy.class, configuration -> fourEyes)
                .registerComponent(RenewalPolicy.class, configuration -> renewal)
                .registerComponent(FiledRegistrations.class, configuration -> registrations)
                .registerComponent(DispatchDays.class, configuration -> dispatchDays)
                .registerComponent(IssuanceTerms.class, configuration -> Applications.terms())
                .registerComponent(Restores.class, configuration -> Restores.none())
                .start();
    }

    private record Outcome(Object answer, Optional<ErrorCode> refusal) {}

    /** Goes wherever a history needs it. */
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
