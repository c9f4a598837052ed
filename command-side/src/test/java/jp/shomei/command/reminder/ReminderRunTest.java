package jp.shomei.command.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import jp.shomei.command.time.DueCommands;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.reminder.DueReminders;
import jp.shomei.contracts.reminder.DueReminders.Due;
import jp.shomei.contracts.reminder.ListDueReminders;
import jp.shomei.contracts.reminder.RemindHolder;
import jp.shomei.contracts.reminder.ReminderKind;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.queryhandling.QueryHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReminderRunTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 3);
    private static final String FIRST = "202103100000001";
    private static final String SECOND = "202103100000002";

    private final Room room = new Room();
    private Configuration axon;
    private DueCommands due;
    private ReminderRun reminders;

    @BeforeEach
    void start() {
        axon = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .registerMessageHandler(configuration -> room)
                .start();
        due = new DueCommands(axon.commandGateway(), axon.queryGateway());
        reminders = new ReminderRun(due);
    }

    @AfterEach
    void stop() {
        due.close();
        axon.shutdown();
    }

    @Test
    void everybodyOnTheListIsRemindedOfWhatItSays() {
        room.due.add(new Due(FIRST, EnumSet.of(ReminderKind.EXPIRY)));
        room.due.add(new Due(SECOND, EnumSet.of(ReminderKind.DOWNLOAD)));

        reminders.run(DAY);

        assertThat(room.asked).containsExactly(new ListDueReminders(DAY, null, 2_000));
        assertThat(room.taken)
                .containsExactlyInAnyOrder(
                        new RemindHolder(FIRST, ReminderKind.EXPIRY), new RemindHolder(SECOND, ReminderKind.DOWNLOAD));
    }

    @Test
    void whoIsToBeRemindedOfBothIsRemindedOfTheExpiryFirst() {
        room.due.add(new Due(FIRST, EnumSet.allOf(ReminderKind.class)));

        reminders.run(DAY);

        assertThat(room.taken)
                .containsExactly(
                        new RemindHolder(FIRST, ReminderKind.EXPIRY), new RemindHolder(FIRST, ReminderKind.DOWNLOAD));
    }

    @Test
    void oneWhoCannotBeRemindedKeepsNoOtherFromItAndFailsTheDay() {
        room.unknown = FIRST;
        room.due.add(new Due(FIRST, EnumSet.of(ReminderKind.EXPIRY)));
        room.due.add(new Due(SECOND, EnumSet.of(ReminderKind.EXPIRY)));

        assertThatIllegalStateException()
                .isThrownBy(() -> reminders.run(DAY))
                .withMessageStartingWith("1 reminders of 2024-06-03")
                .withCauseInstanceOf(Refused.class);

        assertThat(room.taken).containsExactly(new RemindHolder(SECOND, ReminderKind.EXPIRY));
    }

    /** What the queue would answer, and what takes the commands. */
    static final class Room {

        private final List<Due> due = new ArrayList<>();
        private final List<Object> asked = new ArrayList<>();
        private final List<Object> taken = Collections.synchronizedList(new ArrayList<>());
        private volatile String unknown = "";

        @QueryHandler
        public DueReminders handle(ListDueReminders query) {
            asked.add(query);
            return new DueReminders(due);
        }

        @CommandHandler
        public void handle(RemindHolder command) {
            if (command.requestId().equals(unknown)) {
                throw Refused.because(ErrorCode.CERTIFICATE_NOT_FOUND);
            }
            taken.add(command);
        }
    }
}
