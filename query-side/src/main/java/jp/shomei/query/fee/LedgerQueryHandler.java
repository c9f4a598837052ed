package jp.shomei.query.fee;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.shomei.contracts.fee.Account;
import jp.shomei.contracts.fee.BalanceView;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.FindBalance;
import jp.shomei.contracts.fee.FindLedger;
import jp.shomei.contracts.fee.LedgerId;
import jp.shomei.contracts.fee.LedgerPage;
import jp.shomei.contracts.fee.LedgerView;
import jp.shomei.contracts.fee.ListLedgerLines;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.projections.fee.view.BillFigures;
import jp.shomei.projections.fee.view.FeeLedgerModel;
import jp.shomei.projections.fee.view.LedgerDocument;
import jp.shomei.projections.fee.view.LedgerDocument.Closed;
import jp.shomei.projections.fee.view.LedgersModel;
import jp.shomei.projections.fee.view.MonthSumDocument;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import jp.shomei.query.page.Page;
import jp.shomei.query.page.PageRequest;
import org.axonframework.queryhandling.QueryHandler;

/** Tells how a month stands. */
public final class LedgerQueryHandler {

    private static final int MOST_LINES = 1_000;

    private final ServedReadModel<FeeLedgerModel> bills;
    private final ServedReadModel<LedgersModel> ledgers;

    public LedgerQueryHandler(MongoDatabase database) {
        this.bills = FeeLedgerModel.served(database);
        this.ledgers = LedgersModel.served(database);
    }

    /** A month. The totals of a closed one are those it was closed with; those of another are as the bills stand now. */
    @QueryHandler
    public LedgerView handle(FindLedger query) {
        BillingMonth month = query.month();
        LedgerDocument ledger = ledgers.answer(model ->
                model.documents().find(Filters.eq("_id", LedgerId.of(month))).first());
        Closed closed = ledger == null ? null : ledger.closed();
        LedgerView.State state = ledger == null ? LedgerView.State.OPEN : ledger.state();
        return closed == null
                ? new LedgerView(month, state, query.totals() ? BillFigures.totals(figures(month)) : null, null, null)
                : new LedgerView(
                        month, state, query.totals() ? closed.totals().totals() : null, closed.on(), closed.sha256());
    }

    /**
     * A page of the lines of a month.
     *
     * @throws Refused with {@link ErrorCode#INVALID_FIELDS} for a limit out of range and
     *     {@link ErrorCode#INVALID_REQUEST} for a cursor that is none of this month
     */
    @QueryHandler
    public LedgerPage handle(ListLedgerLines query) {
        PageRequest<LinePlace> request =
                PageRequest.of(query.cursor(), query.limit(), MOST_LINES, LinePlace.FORM, LinePlace::of);
        Optional<LinePlace> after = request.after().map(place -> place.in(query.month()));
        return bills.answer(model -> page(new MonthBills(model, query.month()), after, request.limit()));
    }

    /** The trial balance of a month. */
    @QueryHandler
    public BalanceView handle(FindBalance query) {
        Map<Account, Long> accounts = BillFigures.accounts(figures(query.month()));
        return new BalanceView(
                query.month(),
                accounts,
                accounts.values().stream().mapToLong(Long::longValue).sum());
    }

    private Map<String, Long> figures(BillingMonth month) {
        MonthSumDocument sum = bills.answer(
                model -> model.sums().find(Filters.eq("_id", month.toString())).first());
        return sum == null ? Map.of() : sum.figures();
    }

    private static LedgerPage page(MonthBills bills, Optional<LinePlace> after, int limit) {
        Iterator<Line> lines = Line.following(bills, after);
        List<Line> following = new ArrayList<>();
        while (following.size() <= limit && lines.hasNext()) {
            following.add(lines.next());
        }
        Page<Line> page = Page.of(following, limit);
        return new LedgerPage(
                page.places().stream().map(Line::view).toList(),
                page.end()
                        .map(line -> PageRequest.cursor(line.place().toString()))
                        .orElse(null));
    }
}
