package jp.shomei.query.fee;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.CheckResults;
import jp.shomei.contracts.fee.FindResults;
import jp.shomei.contracts.fee.LedgerId;
import jp.shomei.contracts.fee.ResultFaults;
import jp.shomei.contracts.fee.ResultFaults.Fault;
import jp.shomei.contracts.fee.ResultLine;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import jp.shomei.projections.fee.view.BillDocument;
import jp.shomei.projections.fee.view.FeeLedgerModel;
import jp.shomei.projections.fee.view.LedgerDocument;
import jp.shomei.projections.fee.view.LedgersModel;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import jp.shomei.query.consistency.SeesEverything;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;

/** Looks through lists of results before they are recorded. */
public final class ResultsQueryHandler {

    private static final int LINES_AT_ONCE = 500;

    private final ServedReadModel<FeeLedgerModel> bills;
    private final ServedReadModel<LedgersModel> ledgers;
    private final SeesEverything everything;
    private final SeesEverything everyList;
    private final Clock clock;

    public ResultsQueryHandler(MongoDatabase database, QueryGateway queries, EventStore events, Clock clock) {
        this.bills = FeeLedgerModel.served(database);
        this.ledgers = LedgersModel.served(database);
        this.everything = new SeesEverything(queries, events, FeeLedgerModel.NAME);
        this.everyList = new SeesEverything(queries, events, LedgersModel.NAME);
        this.clock = clock;
    }

    /**
     * What is wrong with a list.
     *
     * @throws Refused with {@link ErrorCode#READ_MODEL_BEHIND} if not everything that has happened is known yet
     */
    @QueryHandler
    public ResultFaults handle(CheckResults query) {
        everything.await();
        return bills.answer(model -> {
            ResultsCheck check = new ResultsCheck(JapanTime.today(clock));
            List<Fault> faults = new ArrayList<>();
            for (int from = 0; from < query.lines().size(); from += LINES_AT_ONCE) {
                int to = Math.min(from + LINES_AT_ONCE, query.lines().size());
                Map<String, BillDocument> found =
                        bills(model, query, query.lines().subList(from, to));
                for (int index = from; index < to; index++) {
                    ResultLine line = query.lines().get(index);
                    check.fault(index, line, found.get(billId(query, line))).ifPresent(faults::add);
                }
            }
            return new ResultFaults(faults);
        });
    }

    /**
     * Whether a list was accepted.
     *
     * @throws Refused with {@link ErrorCode#READ_MODEL_BEHIND} if not everything that has happened is known yet
     */
    @QueryHandler
    public boolean handle(FindResults query) {
        everyList.await();
        LedgerDocument ledger = ledgers.answer(model -> model.documents()
                .find(Filters.eq("_id", LedgerId.of(query.month())))
                .first());
        return ledger != null && ledger.accepted().contains(query.sha256());
    }

    private static Map<String, BillDocument> bills(FeeLedgerModel model, CheckResults query, List<ResultLine> lines) {
        Map<String, BillDocument> found = new HashMap<>();
        MonthBills.read(
                        model,
                        lines.stream()
                                .map(line -> billId(query, line))
                                .distinct()
                                .toList())
                .forEach(bill -> found.put(bill.billId(), bill));
        return found;
    }

    private static String billId(CheckResults query, ResultLine line) {
        return BillId.of(query.month(), line.institution());
    }
}
