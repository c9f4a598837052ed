package jp.shomei.command.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.shomei.command.certificate.Applications;
import jp.shomei.command.time.DueCommands;
import jp.shomei.command.time.PatientQuestions;
import jp.shomei.command.time.ReactionsCaughtUp;
import jp.shomei.command.time.RecordedPauses;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.ChargeFee;
import jp.shomei.contracts.fee.LedgerClosed;
import jp.shomei.contracts.fee.ListOpenLedgers;
import jp.shomei.contracts.fee.SealLedger;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.message.Metadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerClosingRunTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

    private final FeeRoom room = new FeeRoom();
    private final List<String> steps = new ArrayList<>();
    private final DueCommands due =
            new DueCommands(room.axon().commandGateway(), room.axon().queryGateway());
    private final LedgerClosingRun run = run();

    LedgerClosingRunTest() {
        room.goTo(DAY);
        room.meanwhile = message -> {
            if (message.getPayload() instanceof ListOpenLedgers) {
                steps.add("open ledgers");
            }
        };
    }

    @AfterEach
    void stop() {
        due.close();
        room.close();
    }

    @Test
    void everyMonthUpToThePresentOneIsClosedOldestFirst() {
        charge("2024-07");
        charge("2024-06");
        charge("2024-04");
        charge("2024-05");
        run.run(DAY);
        assertThat(closed()).containsExactly("ledger-2024-04", "ledger-2024-05", "ledger-2024-06");
    }

    @Test
    void aMonthIsClosedByItselfOnItsFirstDayAndNotBefore() {
        charge("2024-06");
        room.goTo(DAY.minusDays(1));
        run.run(DAY.minusDays(1));
        assertThat(closed()).isEmpty();
        room.goTo(DAY);
        run.run(DAY);
        assertThat(closed()).containsExactly("ledger-2024-06");
    }

    @Test
    void whatIsClosedIsLeftAlone() {
        charge("2024-06");
        run.run(DAY);
        List<Object> once = room.history();
        run.run(DAY.plusDays(1));
        assertThat(room.history()).isEqualTo(once);
    }

    @Test
    void whatHasArisenIsChargedBeforeItIsAskedWhatIsOpen() {
        run.run(DAY);
        assertThat(steps).containsExactly("fee-charging", "open ledgers");
    }

    @Test
    void oneMonthThatFailsKeepsNoOtherFromBeingClosed() {
        charge("2024-05");
        charge("2024-06");
        room.meanwhile = message -> {
            if (message.getPayload() instanceof SealLedger seal
                    && seal.ledgerId().equals("ledger-2024-05")) {
                throw new FeeRoom.Crash();
            }
        };
        assertThatIllegalStateException().isThrownBy(() -> run.run(DAY)).withCauseInstanceOf(FeeRoom.Crash.class);
        assertThat(closed()).containsExactly("ledger-2024-06");
    }

    @Test
    void theSystemItselfClosesThem() {
        charge("2024-06");
        run.run(DAY);
        assertThat(room.sent).last().satisfies(command -> assertThat(command.getMetaData())
                .containsEntry(Metadata.ACTOR, Metadata.SYSTEM));
    }

    private void charge(String month) {
        String requestId = "20240410000" + month.replace("-", "").substring(2);
        room.send(new ChargeFee(
                BillId.of(BillingMonth.of(month), Applications.CLINIC),
                Applications.CLINIC,
                Category.MEDICAL_INSTITUTION,
                BillFixture.licence(requestId, 1_500)));
    }

    private List<String> closed() {
        return room.of(LedgerClosed.class).stream().map(LedgerClosed::ledgerId).toList();
    }

    private LedgerClosingRun run() {
        ReactionsCaughtUp reactions = (group, longest) -> steps.add(group);
        PatientQuestions questions =
                new PatientQuestions(room.axon().queryGateway(), new RecordedPauses(), () -> false);
        return new LedgerClosingRun(
                reactions, questions, new LedgerClosing(reactions, room.axon().commandGateway(), due, questions));
    }
}
