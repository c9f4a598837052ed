package jp.shomei.command.fee;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillIds;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.DeductionInstructed;
import jp.shomei.contracts.fee.FeeCharged;
import jp.shomei.contracts.fee.FeeEvent;
import jp.shomei.contracts.fee.FindLedger;
import jp.shomei.contracts.fee.LedgerClosed;
import jp.shomei.contracts.fee.LedgerId;
import jp.shomei.contracts.fee.LedgerMeasure;
import jp.shomei.contracts.fee.LedgerTotals;
import jp.shomei.contracts.fee.LedgerView;
import jp.shomei.contracts.fee.ListBillsToBegin;
import jp.shomei.contracts.fee.ListOpenLedgers;
import jp.shomei.contracts.fee.ListOpenResults;
import jp.shomei.contracts.fee.MeasureLedger;
import jp.shomei.contracts.fee.NothingToCollect;
import jp.shomei.contracts.fee.OpenLedgers;
import jp.shomei.contracts.fee.OpenResults;
import jp.shomei.contracts.fee.RefundOrdered;
import jp.shomei.contracts.fee.ResultLine;
import jp.shomei.contracts.fee.ResultsAccepted;
import jp.shomei.contracts.fee.ResultsApplied;
import jp.shomei.contracts.fee.SlipPlanned;
import org.axonframework.queryhandling.QueryHandler;

/** Answers for the read models, from the history itself. */
final class LedgerReader {

    /** With one of these, collecting a bill begins. */
    private static final List<Class<? extends FeeEvent>> BEGINNINGS =
            List.of(DeductionInstructed.class, SlipPlanned.class, RefundOrdered.class, NothingToCollect.class);

    private volatile History history;

    /** All events of a class. */
    interface History {
        <E> List<E> of(Class<E> type);
    }

    LedgerReader(History history) {
        this.history = history;
    }

    /** From now on answers which results are open now, whatever happens. */
    void stayBehind() {
        List<ResultsAccepted> accepted = history.of(ResultsAccepted.class);
        List<ResultsApplied> applied = history.of(ResultsApplied.class);
        history = new History() {
            @Override
            public <E> List<E> of(Class<E> type) {
                return Stream.concat(accepted.stream(), applied.stream())
                        .filter(type::isInstance)
                        .map(type::cast)
                        .toList();
            }
        };
    }

    @QueryHandler
    public BillIds handle(ListBillsToBegin query) {
        return new BillIds(toBegin(query.month())
                .filter(bill -> query.after() == null || bill.compareTo(query.after()) > 0)
                .limit(query.limit())
                .toList());
    }

    @QueryHandler
    public LedgerView handle(FindLedger query) {
        boolean closed = closed(query.month());
        return new LedgerView(
                query.month(), closed ? LedgerView.State.CLOSED : LedgerView.State.OPEN, null, null, null);
    }

    @QueryHandler
    public LedgerMeasure handle(MeasureLedger query) {
        if (toBegin(query.month()).findAny().isPresent()) {
            throw new IllegalStateException("a bill has no method yet, and the file could still change");
        }
        List<Charge> lines = events(FeeCharged.class)
                .filter(line -> BillId.month(line.billId()).equals(query.month()))
                .map(FeeCharged::charge)
                .sorted(Comparator.comparing(Charge::chargeId))
                .toList();
        long amount = lines.stream().mapToLong(Charge::amount).sum();
        return new LedgerMeasure(
                new LedgerTotals(lines.size(), amount, 0, Map.of(), Map.of(), Map.of()),
                Integer.toHexString(lines.hashCode()));
    }

    @QueryHandler
    public OpenLedgers handle(ListOpenLedgers query) {
        return new OpenLedgers(events(FeeCharged.class)
                .map(line -> BillId.month(line.billId()))
                .filter(month -> month.compareTo(query.until()) <= 0 && !closed(month))
                .distinct()
                .sorted()
                .toList());
    }

    @QueryHandler
    public Optional<OpenResults> handle(ListOpenResults query) {
        Map<List<String>, OpenResults> open = new LinkedHashMap<>();
        events(ResultsAccepted.class)
                .forEach(part -> open.merge(
                        List.of(part.ledgerId(), part.sha256()),
                        new OpenResults(part.ledgerId(), part.sha256(), part.lines()),
                        LedgerReader::together));
        events(ResultsApplied.class).forEach(done -> open.remove(List.of(done.ledgerId(), done.sha256())));
        return open.values().stream().findFirst();
    }

    private static OpenResults together(OpenResults one, OpenResults next) {
        List<ResultLine> lines =
                Stream.concat(one.lines().stream(), next.lines().stream()).toList();
        return new OpenResults(one.ledgerId(), one.sha256(), lines);
    }

    private Stream<String> toBegin(BillingMonth month) {
        Set<String> begun =
                BEGINNINGS.stream().flatMap(this::events).map(FeeEvent::billId).collect(Collectors.toSet());
        return events(FeeCharged.class)
                .map(FeeCharged::billId)
                .distinct()
                .sorted()
                .filter(bill -> BillId.month(bill).equals(month) && !begun.contains(bill));
    }

    private boolean closed(BillingMonth month) {
        return events(LedgerClosed.class).anyMatch(event -> event.ledgerId().equals(LedgerId.of(month)));
    }

    private <E> Stream<E> events(Class<E> type) {
        return history.of(type).stream();
    }
}
