package jp.shomei.command.certificate;

import static jp.shomei.command.certificate.Applications.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.shomei.command.calendar.ClosingDays;
import jp.shomei.command.calendar.DispatchCalendar;
import jp.shomei.command.institution.CheckDigitMode;
import jp.shomei.command.institution.CodePolicy;
import jp.shomei.command.institution.FiledRegistrations;
import jp.shomei.command.time.SimulatedClock;
import jp.shomei.contracts.certificate.ApplyForCertificate;
import jp.shomei.contracts.certificate.DownloadForm;
import jp.shomei.contracts.certificate.ExpireCertificate;
import jp.shomei.contracts.certificate.ExtendDownloadPeriod;
import jp.shomei.contracts.certificate.PrepareSigning;
import jp.shomei.contracts.certificate.RecordDownload;
import jp.shomei.contracts.certificate.RecordSigned;
import jp.shomei.contracts.certificate.ReminderSent;
import jp.shomei.contracts.certificate.RenewCertificate;
import jp.shomei.contracts.reminder.RemindHolder;
import jp.shomei.contracts.reminder.ReminderKind;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A certificate issued on 2021-03-10, of whose ends its holder is to be reminded every day: what is recorded. */
class RemindersOfALifeTest {

    private static final LocalDate DAY_AFTER_THE_LAST = Lives.LAST_DAY.plusDays(1);
    private static final String[] BEFORE_THE_END = days(
            "2024-03-27",
            "2024-04-11",
            "2024-04-26",
            "2024-05-11",
            "2024-05-26",
            "2024-06-03",
            "2024-06-04",
            "2024-06-05",
            "2024-06-06",
            "2024-06-07",
            "2024-06-08",
            "2024-06-09",
            "2024-06-10");

    private final SimulatedClock clock =
            new SimulatedClock(Applications.clockAt(Applications.MORNING), Applications.MORNING);
    private Configuration axon;

    @BeforeEach
    void issue() {
        CodePolicy codes = new CodePolicy(CheckDigitMode.WARN);
        FiledRegistrations registrations = code -> Optional.of(Applications.filed());
        axon = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .configureAggregate(Certificate.class)
                .registerComponent(Clock.class, configuration -> clock)
                .registerComponent(CodePolicy.class, configuration -> codes)
                .registerComponent(AgreementPolicy.class, configuration -> new AgreementPolicy(codes))
                .registerComponent(FiledRegistrations.class, configuration -> registrations)
                .registerComponent(
                        DispatchDays.class, configuration -> new DispatchCalendar(ClosingDays.turnOfTheYear()))
                .registerComponent(IssuanceTerms.class, configuration -> Applications.terms())
                .registerComponent(RenewalPolicy.class, configuration -> RenewalPolicy.AS_PUBLISHED)
                .start();
        send(new ApplyForCertificate(REQUEST, Applications.form()));
    }

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @Test
    void leftAloneItIsRemindedOfAtEveryStageOnce() {
        remindDailyUntil(DAY_AFTER_THE_LAST);
        assertThat(reminded(ReminderKind.DOWNLOAD)).containsExactly("2021-08-07", "2021-08-22");
        assertThat(reminded(ReminderKind.EXPIRY)).containsExactly(BEFORE_THE_END);
    }

    @Test
    void moreRunsADayRecordNothingMore() {
        remindUntil(DAY_AFTER_THE_LAST, day -> true, 3);
        assertThat(reminded(ReminderKind.DOWNLOAD)).hasSize(2);
        assertThat(reminded(ReminderKind.EXPIRY)).hasSize(13);
    }

    @Test
    void downloadedItIsRemindedOfItsExpiryAlone() {
        download(1);
        remindDailyUntil(DAY_AFTER_THE_LAST);
        assertThat(reminded(ReminderKind.DOWNLOAD)).isEmpty();
        assertThat(reminded(ReminderKind.EXPIRY)).containsExactly(BEFORE_THE_END);
    }

    @Test
    void renewedItIsSilentUntilTheNewEnd() {
        download(1);
        remindDailyUntil(Lives.RENEWAL_DAY);
        send(new RenewCertificate(REQUEST, null));
        download(2);
        remindDailyUntil(LocalDate.of(2027, 7, 14));
        assertThat(reminded(ReminderKind.DOWNLOAD)).isEmpty();
        assertThat(reminded(ReminderKind.EXPIRY))
                .containsExactly(days(
                        "2024-03-27",
                        "2024-04-11",
                        "2027-04-28",
                        "2027-05-13",
                        "2027-05-28",
                        "2027-06-12",
                        "2027-06-27",
                        "2027-07-05",
                        "2027-07-06",
                        "2027-07-07",
                        "2027-07-08",
                        "2027-07-09",
                        "2027-07-10",
                        "2027-07-11",
                        "2027-07-12"));
    }

    @Test
    void anExtendedDownloadIsRemindedOfAnew() {
        remindDailyUntil(LocalDate.of(2021, 9, 10));
        send(new ExtendDownloadPeriod(REQUEST, LocalDate.of(2021, 12, 31), "入院のため"));
        remindDailyUntil(LocalDate.of(2022, 1, 10));
        assertThat(reminded(ReminderKind.DOWNLOAD))
                .containsExactly("2021-08-07", "2021-08-22", "2021-12-01", "2021-12-16");
    }

    @Test
    void expiredItIsSilent() {
        remindDailyUntil(DAY_AFTER_THE_LAST);
        int before = reminders().size();
        send(new ExpireCertificate(REQUEST));
        remindDailyUntil(LocalDate.of(2024, 7, 10));
        assertThat(reminders()).hasSize(before);
    }

    @Test
    void aMissedDayIsMadeUpForByTheNext() {
        List<String> missed = List.of("2021-08-07", "2024-03-27", "2024-06-05");
        remindUntil(DAY_AFTER_THE_LAST, day -> !missed.contains(day.toString()), 1);
        assertThat(reminded(ReminderKind.DOWNLOAD)).containsExactly("2021-08-08", "2021-08-22");
        assertThat(reminded(ReminderKind.EXPIRY))
                .containsExactly(Stream.of(BEFORE_THE_END)
                        .filter(day -> !day.equals("2024-06-05"))
                        .map(day -> day.equals("2024-03-27") ? "2024-03-28" : day)
                        .toArray(String[]::new));
    }

    @Test
    void afterALongStandstillTheNewestStageMakesUpForAll() {
        remindUntil(LocalDate.of(2024, 6, 1), day -> day.isEqual(LocalDate.of(2024, 6, 1)), 1);
        assertThat(reminders())
                .singleElement()
                .satisfies(one -> assertThat(one.stage()).isEqualTo(15))
                .satisfies(one -> assertThat(one.daysLeft()).isEqualTo(9));
    }

    private void remindDailyUntil(LocalDate last) {
        remindUntil(last, day -> true, 1);
    }

    /** What the daily run would do if the queue named this certificate every day. */
    private void remindUntil(LocalDate last, Predicate<LocalDate> runs, int times) {
        for (LocalDate day = JapanTime.today(clock); !day.isAfter(last); day = day.plusDays(1)) {
            clock.moveTo(day.atStartOfDay(JapanTime.ZONE).toInstant());
            for (int time = 0; runs.test(day) && time < times; time++) {
                Stream.of(ReminderKind.values()).forEach(kind -> send(new RemindHolder(REQUEST, kind)));
            }
        }
    }

    private void download(int generation) {
        String serial = "0a" + generation;
        send(new PrepareSigning(REQUEST, Lives.intent(generation, serial), "rsa-2048", "cafe" + generation));
        send(new RecordSigned(REQUEST, serial, "cafe" + generation, "MIIC" + generation));
        send(new RecordDownload(REQUEST, DownloadForm.PEM));
    }

    private void send(Object command) {
        axon.commandGateway().sendAndWait(command, 10, TimeUnit.SECONDS);
    }

    private List<String> reminded(ReminderKind kind) {
        return reminders().stream()
                .filter(one -> one.kind() == kind)
                .map(one -> one.remindedOn().toString())
                .toList();
    }

    private List<ReminderSent> reminders() {
        return axon.eventStore()
                .readEvents(REQUEST)
                .asStream()
                .filter(event -> event.getPayload() instanceof ReminderSent)
                .map(event -> (ReminderSent) event.getPayload())
                .toList();
    }

    private static String[] days(String... days) {
        return days;
    }
}
