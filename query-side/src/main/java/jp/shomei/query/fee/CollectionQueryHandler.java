package jp.shomei.query.fee;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillIds;
import jp.shomei.contracts.fee.ListDueBills;
import jp.shomei.contracts.fee.ListOpenResults;
import jp.shomei.contracts.fee.OpenResults;
import jp.shomei.contracts.fee.ResultLine;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.projections.block.view.Beginning;
import jp.shomei.projections.fee.view.FeeLedgerModel;
import jp.shomei.projections.fee.view.LedgerDocument;
import jp.shomei.projections.fee.view.LedgersModel;
import jp.shomei.projections.fee.view.OpenList;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import jp.shomei.query.block.DuePage;
import jp.shomei.query.consistency.SeesEverything;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;

/** Tells the daily jobs what there is to collect and to record. Every answer sees everything that has happened. */
public final class CollectionQueryHandler {

    private final ServedReadModel<FeeLedgerModel> bills;
    private final ServedReadModel<LedgersModel> ledgers;
    private final SeesEverything everyBill;
    private final SeesEverything everyLedger;

    public CollectionQueryHandler(MongoDatabase database, QueryGateway queries, EventStore events) {
        this.bills = FeeLedgerModel.served(database);
        this.ledgers = LedgersModel.served(database);
        this.everyBill = new SeesEverything(queries, events, FeeLedgerModel.NAME);
        this.everyLedger = new SeesEverything(queries, events, LedgersModel.NAME);
    }

    /**
     * A page of the bills for which something has come due.
     *
     * @throws Refused with {@link ErrorCode#READ_MODEL_BEHIND} if not everything that has happened is known yet,
     *     {@link ErrorCode#INVALID_FIELDS} for a limit that is not 1 to 10,000, {@link ErrorCode#INVALID_REQUEST} for a
     *     place that is no bill
     */
    @QueryHandler
    public BillIds handle(ListDueBills query) {
        DuePage page = DuePage.of(query.after(), query.limit(), BillId::isWellFormed);
        everyBill.await();
        return new BillIds(bills.answer(model ->
                page.read(query.day(), model.due(), Beginning.OF_BILL_ID, name -> true, (billId, blocks) -> billId)));
    }

    /**
     * A list of results that is not yet on its bills: the oldest of the first month that has one.
     *
     * @throws Refused with {@link ErrorCode#READ_MODEL_BEHIND} if not everything that has happened is known yet
     */
    @QueryHandler
    public Optional<OpenResults> handle(ListOpenResults query) {
        everyLedger.await();
        return ledgers.answer(CollectionQueryHandler::first);
    }

    private static Optional<OpenResults> first(LedgersModel model) {
        for (LedgerDocument ledger : model.documents().find().sort(Sorts.ascending("_id"))) {
            Optional<OpenList> open =
                    ledger.open().stream().filter(OpenList::isWhole).findFirst();
            if (open.isPresent()) {
                return open.map(list -> new OpenResults(ledger.ledgerId(), list.sha256(), lines(model, ledger, list)));
            }
        }
        return Optional.empty();
    }

    private static List<ResultLine> lines(LedgersModel model, LedgerDocument ledger, OpenList list) {
        List<String> ids = list.partIds(ledger.ledgerId());
        Map<String, List<ResultLine>> parts = new HashMap<>();
        model.results().find(Filters.in("_id", ids)).forEach(part -> parts.put(part.part(), part.lines()));
        List<ResultLine> lines = new ArrayList<>();
        ids.forEach(id -> lines.addAll(parts.getOrDefault(id, List.of())));
        return lines;
    }
}
