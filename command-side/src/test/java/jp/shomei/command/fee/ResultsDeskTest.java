package jp.shomei.command.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jp.shomei.command.time.Aside;
import jp.shomei.command.time.DueCommands;
import jp.shomei.command.time.PatientQuestions;
import jp.shomei.command.time.RecordedPauses;
import jp.shomei.contracts.fee.AcceptResults;
import jp.shomei.contracts.fee.BeginCollection;
import jp.shomei.contracts.fee.BeginLedgerClosing;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.ChargeFee;
import jp.shomei.contracts.fee.DeductionFailed;
import jp.shomei.contracts.fee.DeductionSettled;
import jp.shomei.contracts.fee.LedgerId;
import jp.shomei.contracts.fee.OutcomeUnmatched;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.RecordOutcome;
import jp.shomei.contracts.fee.RecordResults;
import jp.shomei.contracts.fee.ResultLine;
import jp.shomei.contracts.fee.ResultsAccepted;
import jp.shomei.contracts.fee.ResultsApplied;
import jp.shomei.contracts.fee.ResultsReport;
import jp.shomei.contracts.fee.SealLedger;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.message.Recorded;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ResultsDeskTest {

    private static final BillingMonth MONTH = BillingMonth.of("2024-06");
    private static final LocalDate PAY_DAY = LocalDate.of(2024, 6, 20);
    private static final InstitutionCode FIRST = InstitutionCode.of("0110100013");
    private static final InstitutionCode SECOND = InstitutionCode.of("0110214822");
    private static final MetaData CLERK = MetaData.with(Metadata.ACTOR, "billing");
    private static final RecordResults LIST = new RecordResults(
            MONTH,
            "ab12",
            List.of(
                    new ResultLine(FIRST, PaymentOutcome.DEDUCTED, 1, PAY_DAY),
                    new ResultLine(SECOND, PaymentOutcome.INSUFFICIENT, 1, PAY_DAY)));

    private final List<FeeRoom> rooms = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final FeeRoom room = room();
    private final ResultsDesk desk = desk(room);

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        rooms.forEach(FeeRoom::close);
    }

    @Test
    void aListIsAcceptedPutOnItsBillsAndConcluded() throws Exception {
        ResultsReport report = desk.handle(LIST, CLERK);

        assertThat(room.of(ResultsAccepted.class))
                .containsExactly(new ResultsAccepted("ledger-2024-06", "ab12", 1, 1, LIST.lines()));
        assertThat(room.of(DeductionSettled.class))
                .extracting(DeductionSettled::billId)
                .containsExactly(BillId.of(MONTH, FIRST));
        assertThat(room.of(DeductionFailed.class))
                .extracting(DeductionFailed::billId)
                .containsExactly(BillId.of(MONTH, SECOND));
        assertThat(room.history()).last().isEqualTo(new ResultsApplied("ledger-2024-06", "ab12"));
        assertThat(report)
                .isEqualTo(new ResultsReport(new Recorded(Recorded.Kind.LEDGER, "ledger-2024-06", 3), 2, false));
    }

    @Test
    void allOfItIsDoneOnBehalfOfWhoSentIt() throws Exception {
        desk.handle(LIST, CLERK);
        assertThat(room.sent).hasSize(4).allSatisfy(command -> assertThat(command.getMetaData())
                .containsEntry(Metadata.ACTOR, "billing"));
    }

    @Test
    void theVerySameListChangesNothing() throws Exception {
        ResultsReport first = desk.handle(LIST, CLERK);
        List<Object> once = room.history();
        room.sent.clear();

        assertThat(desk.handle(LIST, CLERK)).isEqualTo(new ResultsReport(first.recorded(), 2, true));

        assertThat(room.history()).isEqualTo(once);
        assertThat(room.sent)
                .as("no bill is asked once more")
                .extracting(command -> (Object) command.getPayloadType())
                .containsExactly(AcceptResults.class);
    }

    @Test
    void linesAboutOneBillFollowOneAnother() throws Exception {
        List<ResultLine> lines = new ArrayList<>();
        for (int day = 20; day < 28; day++) {
            lines.add(new ResultLine(FIRST, PaymentOutcome.INSUFFICIENT, 1, LocalDate.of(2024, 6, day)));
        }
        desk.handle(new RecordResults(MONTH, "cd34", lines), CLERK);
        assertThat(room.of(DeductionFailed.class)).singleElement().satisfies(failed -> assertThat(failed.failedOn())
                .isEqualTo(PAY_DAY));
        assertThat(room.of(OutcomeUnmatched.class))
                .extracting(OutcomeUnmatched::on)
                .containsExactlyElementsOf(
                        lines.stream().skip(1).map(ResultLine::on).toList());
    }

    @Test
    void aMonthThatIsOpenTakesNoResults() {
        assertThatThrownBy(() -> desk.handle(new RecordResults(MONTH.next(), "ab12", LIST.lines()), CLERK))
                .hasMessage("LEDGER_OPEN");
        assertThat(room.of(ResultsAccepted.class)).isEmpty();
    }

    @Test
    void withNothingOpenTheDailyRunDoesNothing() throws Exception {
        desk.handle(LIST, CLERK);
        List<Object> once = room.history();
        new ResultsRun(desk).run(PAY_DAY);
        assertThat(room.history()).isEqualTo(once);
    }

    @Nested
    class WhenItBreaksOff {

        @Test
        void theDailyRunFinishesItWhereverThatWasAndTheSameListChangesNothing() throws Exception {
            List<Object> whole = whole();
            int crashes = 0;
            for (boolean crashed = true; crashed; crashes += crashed ? 1 : 0) {
                FeeRoom broken = room();
                broken.crashAfter(crashes);
                crashed = LedgerClosingTest.breaksOff(() -> recording(broken).record(LIST, CLERK));
                broken.recover();
                boolean accepted = !broken.of(ResultsAccepted.class).isEmpty();
                new ResultsRun(desk(broken)).run(PAY_DAY);
                ResultsReport again = desk(broken).handle(LIST, CLERK);
                assertThat(again.repeated()).isEqualTo(accepted);
                assertThat(broken.history())
                        .as("after a crash at step %d", crashes)
                        .containsExactlyInAnyOrderElementsOf(whole);
            }
            assertThat(crashes).as("one question, four commands").isEqualTo(5);
        }

        @Test
        void whoSendsItAgainFinishesIt() throws Exception {
            List<Object> whole = whole();
            for (int step = 0; step < 5; step++) {
                FeeRoom broken = room();
                broken.crashAfter(step);
                LedgerClosingTest.breaksOff(() -> recording(broken).record(LIST, CLERK));
                broken.recover();
                desk(broken).handle(LIST, CLERK);
                assertThat(broken.history())
                        .as("after a crash at step %d", step)
                        .containsExactlyInAnyOrderElementsOf(whole);
            }
        }

        @Test
        void whatWasAcceptedBeforeGoesFirst() throws Exception {
            room.crashAfter(2);
            assertThat(LedgerClosingTest.breaksOff(() -> recording(room).record(LIST, CLERK)))
                    .isTrue();
            room.recover();
            desk.handle(new RecordResults(MONTH, "cd34", LIST.lines()), CLERK);
            assertThat(room.of(ResultsApplied.class))
                    .extracting(ResultsApplied::sha256)
                    .containsExactly("ab12", "cd34");
            assertThat(room.of(DeductionSettled.class)).hasSize(1);
        }

        @Test
        void aListOfManyPartsIsFinishedWithAllOfThem() throws Exception {
            List<ResultLine> lines = new ArrayList<>(LIST.lines());
            for (int number = 0; number < 1_000; number++) {
                lines.add(new ResultLine(FIRST, PaymentOutcome.DEDUCTED, 1, PAY_DAY));
            }
            lines.add(new ResultLine(SECOND, PaymentOutcome.INSUFFICIENT, 1, PAY_DAY.plusDays(1)));
            room.crashAfter(2);
            LedgerClosingTest.breaksOff(() -> recording(room).record(new RecordResults(MONTH, "ef56", lines), CLERK));
            room.recover();
            new ResultsRun(desk).run(PAY_DAY);
            assertThat(room.of(ResultsAccepted.class)).hasSize(3);
            assertThat(room.of(OutcomeUnmatched.class)).singleElement().satisfies(last -> assertThat(last.on())
                    .isEqualTo(PAY_DAY.plusDays(1)));
        }

        @Test
        void oneBillThatFailsKeepsNoOtherFromItAndTheListOpen() {
            room.meanwhile = message -> {
                if (message.getPayload() instanceof RecordOutcome outcome
                        && outcome.billId().equals(BillId.of(MONTH, FIRST))) {
                    throw new FeeRoom.Crash();
                }
            };
            assertThatIllegalStateException().isThrownBy(() -> recording(room).record(LIST, CLERK));
            assertThat(room.of(DeductionFailed.class)).hasSize(1);
            assertThat(room.of(ResultsApplied.class)).isEmpty();
        }

        @Test
        void aListThatStaysOpenIsNotTriedForEver() {
            room.send(new AcceptResults(LedgerId.of(MONTH), "ab12", LIST.lines()));
            room.reader.stayBehind();
            assertThatIllegalStateException()
                    .isThrownBy(() -> new ResultsRun(desk).run(PAY_DAY))
                    .withMessageContaining("do not go on after ab12");
        }

        private List<Object> whole() {
            FeeRoom whole = room();
            recording(whole).record(LIST, CLERK);
            return whole.history();
        }
    }

    @Nested
    class WhileAListIsRecorded {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);
        private final ExecutorService clerks = Executors.newFixedThreadPool(2);

        @AfterEach
        void stop() {
            clerks.shutdown();
        }

        @Test
        void anotherOneIsRefusedAndTakenAfterwards() throws Exception {
            Future<ResultsReport> first = begin();
            RecordResults other = new RecordResults(MONTH, "cd34", LIST.lines());
            assertThatThrownBy(() -> desk.handle(other, CLERK)).hasMessage("RESULTS_RUNNING");
            mayEnd.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS).repeated()).isFalse();
            assertThat(desk.handle(other, CLERK).repeated()).isFalse();
        }

        @Test
        void theDailyRunWaitsForIt() throws Exception {
            begin();
            Thread daily = new Thread(() -> new ResultsRun(desk).run(PAY_DAY));
            daily.start();
            awaitWaiting(daily);
            assertThat(room.of(ResultsApplied.class)).isEmpty();
            mayEnd.countDown();
            daily.join(10_000);
            assertThat(daily.isAlive()).isFalse();
            assertThat(room.of(ResultsApplied.class)).hasSize(1);
        }

        private Future<ResultsReport> begin() throws InterruptedException {
            room.meanwhile = message -> {
                if (message.getPayload() instanceof RecordOutcome) {
                    begun.countDown();
                    await(mayEnd);
                }
            };
            Callable<ResultsReport> work = () -> desk.handle(LIST, CLERK);
            Future<ResultsReport> first = clerks.submit(work);
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            return first;
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }

        private static void awaitWaiting(Thread thread) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                assertThat(System.nanoTime()).as("the thread waits in time").isLessThan(end);
                Thread.onSpinWait();
            }
        }
    }

    /** Two bills of a month that is closed, and to be deducted. */
    private FeeRoom room() {
        FeeRoom one = new FeeRoom();
        rooms.add(one);
        one.goTo(LocalDate.of(2024, 6, 1));
        for (InstitutionCode institution : List.of(FIRST, SECOND)) {
            one.send(new ChargeFee(
                    BillId.of(MONTH, institution),
                    institution,
                    Category.MEDICAL_INSTITUTION,
                    BillFixture.licence("20240410000" + institution.value().substring(6), 1_500)));
        }
        one.send(new BeginLedgerClosing(LedgerId.of(MONTH)));
        one.send(new BeginCollection(BillId.of(MONTH, FIRST)));
        one.send(new BeginCollection(BillId.of(MONTH, SECOND)));
        one.send(new SealLedger(LedgerId.of(MONTH), LedgerTest.MEASURE));
        one.goTo(LocalDate.of(2024, 6, 28));
        one.sent.clear();
        return one;
    }

    private ResultsDesk desk(FeeRoom one) {
        Aside aside = new Aside("results-test", Duration.ofSeconds(20));
        open.add(aside);
        return new ResultsDesk(recording(one), aside);
    }

    private ResultsRecording recording(FeeRoom one) {
        DueCommands due =
                new DueCommands(one.axon().commandGateway(), one.axon().queryGateway());
        open.add(due);
        return new ResultsRecording(
                one.axon().commandGateway(),
                due,
                new PatientQuestions(one.axon().queryGateway(), new RecordedPauses(), () -> false));
    }
}
