package jp.shomei.command.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.shomei.command.time.Aside;
import jp.shomei.command.time.DueCommands;
import jp.shomei.command.time.PatientQuestions;
import jp.shomei.command.time.RecordedPauses;
import jp.shomei.contracts.fee.BeginCollection;
import jp.shomei.contracts.fee.BeginLedgerClosing;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.ChargeFee;
import jp.shomei.contracts.fee.CloseLedger;
import jp.shomei.contracts.fee.DeductionInstructed;
import jp.shomei.contracts.fee.FeeCharged;
import jp.shomei.contracts.fee.LedgerClosed;
import jp.shomei.contracts.fee.LedgerClosingBegun;
import jp.shomei.contracts.fee.MeasureLedger;
import jp.shomei.contracts.fee.SealLedger;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerClosingTest {

    private static final BillingMonth MONTH = BillingMonth.of("2024-06");
    private static final MetaData CLERK = MetaData.with(Metadata.ACTOR, "billing");
    private static final List<InstitutionCode> INSTITUTIONS = List.of(
            InstitutionCode.of("0110100013"), InstitutionCode.of("0110214822"), InstitutionCode.of("0119999993"));

    private final List<FeeRoom> rooms = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> awaited = new ArrayList<>();
    private final FeeRoom room = room();

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        rooms.forEach(FeeRoom::close);
    }

    @Test
    void theMonthIsClosedAndEveryBillIsCollectedFromNowOn() {
        Recorded recorded = closing(room).close(MONTH, CLERK);

        assertThat(awaited).containsExactly("fee-charging");
        assertThat(room.of(LedgerClosingBegun.class)).hasSize(1);
        assertThat(room.of(DeductionInstructed.class))
                .extracting(DeductionInstructed::billId)
                .containsExactlyInAnyOrderElementsOf(
                        INSTITUTIONS.stream().map(one -> BillId.of(MONTH, one)).toList());
        assertThat(room.of(LedgerClosed.class)).singleElement().satisfies(closed -> {
            assertThat(closed.totals().amount()).isEqualTo(4_500);
            assertThat(closed.closedOn()).isEqualTo("2024-06-01");
        });
        assertThat(recorded).isEqualTo(new Recorded(Recorded.Kind.LEDGER, "ledger-2024-06", 1));
    }

    @Test
    void whatHasArisenIsChargedBeforeNothingMoreIs() {
        List<Object> before = new ArrayList<>();
        LedgerClosing closing = new LedgerClosing(
                (group, longest) -> before.addAll(room.history()),
                room.axon().commandGateway(),
                due(room),
                questions(room));
        closing.close(MONTH, CLERK);
        assertThat(before).hasOnlyElementsOfType(FeeCharged.class).hasSize(3);
    }

    @Test
    void itIsNotBegunWhileChargesAreOnTheirWay() {
        LedgerClosing closing = new LedgerClosing(
                (group, longest) -> {
                    throw new IllegalStateException("fee-charging has not come by");
                },
                room.axon().commandGateway(),
                due(room),
                questions(room));
        assertThatIllegalStateException().isThrownBy(() -> closing.close(MONTH, CLERK));
        assertThat(room.of(LedgerClosingBegun.class)).isEmpty();
    }

    @Test
    void itIsDoneOnBehalfOfWhoAskedForIt() {
        closing(room).close(MONTH, CLERK);
        assertThat(room.sent)
                .filteredOn(command -> command.getPayload() instanceof BeginLedgerClosing
                        || command.getPayload() instanceof SealLedger)
                .hasSize(2)
                .allSatisfy(command -> assertThat(command.getMetaData()).containsEntry(Metadata.ACTOR, "billing"));
    }

    @Test
    void aClosedMonthIsClosedOnceAndNotMeasuredAgain() {
        Recorded first = closing(room).close(MONTH, CLERK);
        List<Object> once = room.history();
        room.meanwhile = message -> assertThat(message.getPayload()).isNotInstanceOf(MeasureLedger.class);

        assertThat(closing(room).close(MONTH, CLERK)).isEqualTo(first);

        assertThat(room.history()).isEqualTo(once);
    }

    @Test
    void aMonthThatIsNotCompleteIsRefused() {
        assertThatThrownBy(() -> closing(room).close(BillingMonth.of("2024-08"), CLERK))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(ErrorCode.LEDGER_NOT_COMPLETE));
    }

    @Test
    void oneBillThatFailsKeepsTheMonthFromBeingSealedAndNoOtherBillFromItsTurn() {
        String failing = BillId.of(MONTH, INSTITUTIONS.getFirst());
        room.meanwhile = message -> {
            if (message.getPayload() instanceof BeginCollection begin
                    && begin.billId().equals(failing)) {
                throw new FeeRoom.Crash();
            }
        };
        assertThatIllegalStateException().isThrownBy(() -> closing(room).close(MONTH, CLERK));
        assertThat(room.of(DeductionInstructed.class)).hasSize(2);
        assertThat(room.of(LedgerClosed.class)).isEmpty();
    }

    @Test
    void whereverItBreaksOffItGoesOnAndDoesNothingTwice() {
        FeeRoom whole = room();
        closing(whole).close(MONTH, CLERK);
        int crashes = 0;
        for (boolean crashed = true; crashed; crashes += crashed ? 1 : 0) {
            FeeRoom broken = room();
            broken.crashAfter(crashes);
            crashed = breaksOff(() -> closing(broken).close(MONTH, CLERK));
            broken.recover();
            closing(broken).close(MONTH, CLERK);
            assertThat(broken.history())
                    .as("after a crash at step %d", crashes)
                    .containsExactlyInAnyOrderElementsOf(whole.history());
        }
        assertThat(crashes).as("two commands, three questions, three bills").isEqualTo(8);
    }

    @Test
    void whatIsChargedAmidABrokenClosingIsChargedToTheNextMonth() {
        room.crashAfter(2);
        assertThat(breaksOff(() -> closing(room).close(MONTH, CLERK))).isTrue();
        room.recover();
        assertThatThrownBy(() -> room.send(new ChargeFee(
                        BillId.of(MONTH, InstitutionCode.of("0110214822")),
                        InstitutionCode.of("0110214822"),
                        Category.MEDICAL_INSTITUTION,
                        BillFixture.licence("202404300000009", 1_500))))
                .hasMessage("LEDGER_CLOSED");
        closing(room).close(MONTH, CLERK);
        assertThat(room.of(LedgerClosed.class).getFirst().totals().lineCount()).isEqualTo(3);
    }

    @Test
    void whoAsksForItWaitsWhileItIsDoneElsewhere() throws Exception {
        Aside aside = new Aside("closing-test", Duration.ofSeconds(10));
        open.add(aside);
        List<String> threads = new ArrayList<>();
        LedgerClosing closing = new LedgerClosing(
                (group, longest) -> threads.add(Thread.currentThread().getName()),
                room.axon().commandGateway(),
                due(room),
                questions(room));
        Recorded recorded = new LedgerClosingHandler(closing, aside).handle(new CloseLedger(MONTH), CLERK);
        assertThat(recorded.sequence()).isEqualTo(1);
        assertThat(threads).containsExactly("closing-test");
    }

    @Test
    void aRefusalReachesWhoAskedForIt() {
        Aside aside = new Aside("closing-test", Duration.ofSeconds(10));
        open.add(aside);
        LedgerClosingHandler handler = new LedgerClosingHandler(closing(room), aside);
        assertThatThrownBy(() -> handler.handle(new CloseLedger(BillingMonth.of("2024-08")), CLERK))
                .isInstanceOf(Refused.class)
                .hasMessage("LEDGER_NOT_COMPLETE");
    }

    @Test
    void whoHasWaitedTooLongIsToldToTryAgainAndItIsStillDone() throws Exception {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        Aside aside = new Aside("closing-test", Duration.ofMillis(20));
        LedgerClosing closing = new LedgerClosing(
                (group, longest) -> await(mayGoOn), room.axon().commandGateway(), due(room), questions(room));
        LedgerClosingHandler handler = new LedgerClosingHandler(closing, aside);
        assertThatThrownBy(() -> handler.handle(new CloseLedger(MONTH), CLERK))
                .isInstanceOf(Refused.class)
                .hasMessage("TEMPORARILY_UNAVAILABLE");

        mayGoOn.countDown();
        aside.close();
        assertThat(room.of(LedgerClosed.class)).hasSize(1);
    }

    static boolean breaksOff(Runnable work) {
        try {
            work.run();
            return false;
        } catch (FeeRoom.Crash | IllegalStateException crashed) {
            return true;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Three institutions, who were charged for one certificate each. */
    private FeeRoom room() {
        FeeRoom one = new FeeRoom();
        rooms.add(one);
        one.goTo(LocalDate.of(2024, 6, 1));
        charges(one);
        return one;
    }

    private static void charges(FeeRoom room) {
        for (InstitutionCode institution : INSTITUTIONS) {
            String requestId = "20240410000" + institution.value().substring(6);
            room.send(new ChargeFee(
                    BillId.of(MONTH, institution),
                    institution,
                    Category.MEDICAL_INSTITUTION,
                    BillFixture.licence(requestId, 1_500)));
        }
        room.sent.clear();
    }

    private LedgerClosing closing(FeeRoom room) {
        return new LedgerClosing(
                (group, longest) -> awaited.add(group), room.axon().commandGateway(), due(room), questions(room));
    }

    private DueCommands due(FeeRoom room) {
        DueCommands due =
                new DueCommands(room.axon().commandGateway(), room.axon().queryGateway());
        open.add(due);
        return due;
    }

    private static PatientQuestions questions(FeeRoom room) {
        return new PatientQuestions(room.axon().queryGateway(), new RecordedPauses(), () -> false);
    }
}
