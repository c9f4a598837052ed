package jp.shomei.query.fee;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillIds;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.LedgerMeasure;
import jp.shomei.contracts.fee.LedgerView.State;
import jp.shomei.contracts.fee.ListBillsToBegin;
import jp.shomei.contracts.fee.ListOpenLedgers;
import jp.shomei.contracts.fee.MeasureLedger;
import jp.shomei.contracts.fee.OpenLedgers;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.projections.fee.view.FeeLedgerModel;
import jp.shomei.projections.fee.view.LedgersModel;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import jp.shomei.query.block.DuePage;
import jp.shomei.query.consistency.SeesEverything;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;

/** Tells whoever closes months what there is to close. Every answer sees everything that has happened. */
public final class ClosingQueryHandler {

    private final ServedReadModel<FeeLedgerModel> bills;
    private final ServedReadModel<LedgersModel> ledgers;
    private final SeesEverything everyBill;
    private final SeesEverything everyLedger;

    public ClosingQueryHandler(MongoDatabase database, QueryGateway queries, EventStore events) {
        this.bills = FeeLedgerModel.served(database);
        this.ledgers = LedgersModel.served(database);
        this.everyBill = new SeesEverything(queries, events, FeeLedgerModel.NAME);
        this.everyLedger = new SeesEverything(queries, events, LedgersModel.NAME);
    }

    /**
     * The months with fees that are not closed, and those of which closing was begun and not ended.
     *
     * @throws Refused with {@link ErrorCode#READ_MODEL_BEHIND} if not everything that has happened is known yet
     */
    @QueryHandler
    public OpenLedgers handle(ListOpenLedgers query) {
        everyBill.await();
        everyLedger.await();
        Map<BillingMonth, State> begun = ledgers.answer(ClosingQueryHandler::states);
        TreeSet<BillingMonth> open = new TreeSet<>(bills.answer(MonthBills::months));
        open.addAll(begun.keySet());
        open.removeIf(month -> month.compareTo(query.until()) > 0 || begun.get(month) == State.CLOSED);
        return new OpenLedgers(List.copyOf(open));
    }

    /**
     * A page of the bills of a month that are not being collected.
     *
     * @throws Refused with {@link ErrorCode#READ_MODEL_BEHIND} if not everything that has happened is known yet,
     *     {@link ErrorCode#INVALID_FIELDS} for a limit that is not 1 to 10,000, {@link ErrorCode#INVALID_REQUEST} for a
     *     place that is no bill
     */
    @QueryHandler
    public BillIds handle(ListBillsToBegin query) {
        DuePage page = DuePage.of(query.after(), query.limit(), BillId::isWellFormed);
        everyBill.await();
        return new BillIds(bills.answer(model -> {
            Iterator<String> following =
                    new MonthBills(model, query.month()).ids(page.after(), status -> status == BillStatus.OPEN);
            List<String> billIds = new ArrayList<>();
            while (billIds.size() < page.limit() && following.hasNext()) {
                String billId = following.next();
                if (!billId.equals(page.after())) {
                    billIds.add(billId);
                }
            }
            return billIds;
        }));
    }

    /**
     * Totals and digest of a month.
     *
     * @throws Refused with {@link ErrorCode#READ_MODEL_BEHIND} if not everything that has happened is known yet
     */
    @QueryHandler
    public LedgerMeasure handle(MeasureLedger query) {
        everyBill.await();
        return bills.answer(model -> new LedgerParts(new MonthBills(model, query.month())).measure());
    }

    private static Map<BillingMonth, State> states(LedgersModel model) {
        Map<BillingMonth, State> states = new TreeMap<>();
        model.documents().find().forEach(ledger -> states.put(ledger.month(), ledger.state()));
        return states;
    }
}
