package jp.shomei.command.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jp.shomei.command.time.DueCommands;
import jp.shomei.contracts.fee.BillIds;
import jp.shomei.contracts.fee.CollectFee;
import jp.shomei.contracts.fee.ListDueBills;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.queryhandling.QueryHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CollectionRunTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 10);
    private static final String FIRST = "2024-06-0110100013";
    private static final String SECOND = "2024-06-0110214822";

    private final Room room = new Room();
    private Configuration axon;
    private DueCommands due;

    @BeforeEach
    void start() {
        axon = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .registerMessageHandler(configuration -> room)
                .start();
        due = new DueCommands(axon.commandGateway(), axon.queryGateway());
    }

    @AfterEach
    void stop() {
        due.close();
        axon.shutdown();
    }

    @Test
    void everyBillThatIsDueIsCollected() {
        new CollectionRun(due).run(DAY);
        assertThat(room.asked).containsExactly(new ListDueBills(DAY, null, 2_000));
        assertThat(room.taken).containsExactlyInAnyOrder(new CollectFee(FIRST), new CollectFee(SECOND));
    }

    @Test
    void oneThatFailsKeepsNoOtherFromItAndFailsTheDay() {
        room.unknown = FIRST;
        assertThatIllegalStateException()
                .isThrownBy(() -> new CollectionRun(due).run(DAY))
                .withMessage("1 bills due on 2024-06-10 are not on record")
                .withCauseInstanceOf(Refused.class);
        assertThat(room.taken).containsExactly(new CollectFee(SECOND));
    }

    /** What the read model would answer, and what takes the commands. */
    static final class Room {

        private final List<Object> asked = new ArrayList<>();
        private final List<Object> taken = Collections.synchronizedList(new ArrayList<>());
        private volatile String unknown = "";

        @QueryHandler
        public BillIds handle(ListDueBills query) {
            asked.add(query);
            return new BillIds(List.of(FIRST, SECOND));
        }

        @CommandHandler
        public void handle(CollectFee command) {
            if (command.billId().equals(unknown)) {
                throw Refused.because(ErrorCode.BILL_NOT_FOUND);
            }
            taken.add(command);
        }
    }
}
