package jp.shomei.command.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import jp.shomei.command.time.DueCommands;
import jp.shomei.command.time.PatientQuestions;
import jp.shomei.command.time.RecordedPauses;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.CollectFee;
import jp.shomei.contracts.fee.FeeEvent;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.RecordResults;
import jp.shomei.contracts.fee.ResultLine;
import jp.shomei.contracts.fee.WriteOffFee;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Months that are closed and collected at random, while the process may die at any step and goes on after it. */
final class RandomCollecting implements AutoCloseable {

    private static final Set<BillStatus> SETTLED = EnumSet.of(
            BillStatus.DEDUCTED, BillStatus.PAID, BillStatus.WRITTEN_OFF, BillStatus.REFUNDED, BillStatus.NOTHING_DUE);
    private static final MetaData CLERK = MetaData.emptyInstance();

    private final Random random;
    private final FeeRoom room;
    private final DueCommands due;
    private final ResultsRecording recording;
    private final LedgerClosing closing;
    private final Map<String, BillRecord> bills = new TreeMap<>();
    private final List<RecordResults> files = new ArrayList<>();

    RandomCollecting(Random random, FeeRoom room) {
        this.random = random;
        this.room = room;
        due = new DueCommands(room.axon().commandGateway(), room.axon().queryGateway());
        PatientQuestions questions =
                new PatientQuestions(room.axon().queryGateway(), new RecordedPauses(), () -> false);
        recording = new ResultsRecording(room.axon().commandGateway(), due, questions);
        closing =
                new LedgerClosing((group, longest) -> room.react(), room.axon().commandGateway(), due, questions);
    }

    /** Takes in what happened to a bill. */
    void see(FeeEvent event) {
        bills.computeIfAbsent(event.billId(), id -> new BillRecord()).on(event);
    }

    /** Hands on what has arisen; now and then the process dies amid of it, or is handed everything once more. */
    void react() {
        maybeDying(room::react, 30);
        room.react();
        if (random.nextInt(20) == 0) {
            changesNothing(() -> room.reactAgain(random.nextInt(500)));
        }
    }

    /** Closes a month; whoever asks for it once more changes nothing. */
    void close(YearMonth month) {
        Runnable work = () -> closing.close(new BillingMonth(month), CLERK);
        maybeDying(work, 3);
        work.run();
        changesNothing(work);
    }

    /** The daily run: what was reported is finished first, then everything goes on. */
    void collect() {
        recording.finish();
        bills.forEach((billId, bill) -> {
            if (!SETTLED.contains(bill.status())) {
                room.send(new CollectFee(billId));
            }
        });
    }

    /** A file about a month, of which some bills say nothing, some the wrong thing, and some what is long known. */
    void report(YearMonth month, LocalDate today, boolean settling) {
        List<ResultLine> lines = new ArrayList<>();
        of(month).forEach((billId, bill) -> outcome(bill, settling)
                .map(outcome -> line(billId, outcome, today, settling))
                .ifPresent(lines::add));
        if (!lines.isEmpty()) {
            send(new RecordResults(new BillingMonth(month), "file-" + files.size(), lines));
        }
    }

    /** A file that was sent before is sent again, or its lines as another file. */
    void reportAgain() {
        if (files.isEmpty()) {
            return;
        }
        RecordResults old = files.get(random.nextInt(files.size()));
        changesNothing(() -> recording.record(old, CLERK));
        if (random.nextInt(3) == 0) {
            send(new RecordResults(old.month(), "file-" + files.size(), old.lines()));
        }
    }

    /**
     * An officer gives up some of what is overdue, and of some of that takes a charge back before.
     *
     * @param takeBack takes a charge of a bill back
     */
    void giveUp(int oneIn, Consumer<String> takeBack) {
        bills.forEach((billId, bill) -> {
            boolean possible = bill.status() == BillStatus.OVERDUE || bill.status() == BillStatus.DEFAULTED;
            if (possible && random.nextInt(oneIn) == 0) {
                if (random.nextInt(3) == 0) {
                    takeBack.accept(billId);
                    react();
                }
                room.send(new WriteOffFee(billId, "廃止"));
            }
        });
    }

    /** What a process that dies leaves behind, and what the next one makes of it. */
    private void maybeDying(Runnable work, int oneIn) {
        if (random.nextInt(oneIn) == 0) {
            room.crashAfter(random.nextInt(20));
            LedgerClosingTest.breaksOff(work);
            room.recover();
        }
    }

    private void changesNothing(Runnable work) {
        int before = room.size();
        work.run();
        assertThat(room.size()).as("as before").isEqualTo(before);
    }

    private void send(RecordResults file) {
        maybeDying(() -> recording.record(file, CLERK), 4);
        recording.record(file, CLERK);
        files.add(file);
    }

    private Optional<PaymentOutcome> outcome(BillRecord bill, boolean settling) {
        if (!settling && random.nextInt(5) == 0) {
            return Optional.empty();
        }
        boolean good = settling || random.nextInt(3) > 0;
        return switch (bill.status()) {
            case DEDUCTION_INSTRUCTED -> Optional.of(good ? PaymentOutcome.DEDUCTED : PaymentOutcome.INSUFFICIENT);
            case SLIP_ISSUED, OVERDUE, DEFAULTED -> Optional.of(good ? PaymentOutcome.PAID : PaymentOutcome.UNPAID);
            case REFUND_DUE -> Optional.of(PaymentOutcome.PAID);
            default -> Optional.of(any(PaymentOutcome.values())).filter(wrong -> !settling && random.nextInt(9) == 0);
        };
    }

    private ResultLine line(String billId, PaymentOutcome outcome, LocalDate today, boolean settling) {
        LocalDate day = settling ? today : today.minusDays(random.nextInt(3) * random.nextInt(4));
        boolean slip = outcome == PaymentOutcome.PAID || outcome == PaymentOutcome.UNPAID;
        @Nullable Integer attempt = slip || settling || random.nextInt(8) > 0 ? null : 1 + random.nextInt(2);
        return new ResultLine(BillId.institution(billId), outcome, attempt, day);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private Map<String, BillRecord> of(YearMonth month) {
        Map<String, BillRecord> some = new TreeMap<>();
        bills.forEach((billId, bill) -> {
            if (BillId.month(billId).month().equals(month)) {
                some.put(billId, bill);
            }
        });
        return some;
    }

    @Override
    public void close() {
        due.close();
    }
}
