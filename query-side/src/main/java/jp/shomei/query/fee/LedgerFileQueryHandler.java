package jp.shomei.query.fee;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.Optional;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.FilePart;
import jp.shomei.contracts.fee.LedgerFile;
import jp.shomei.contracts.fee.LedgerId;
import jp.shomei.contracts.fee.LedgerView;
import jp.shomei.contracts.fee.ReadLedgerFile;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.projections.fee.view.FeeLedgerModel;
import jp.shomei.projections.fee.view.LedgerDocument;
import jp.shomei.projections.fee.view.LedgersModel;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import jp.shomei.query.consistency.SeesEverything;
import jp.shomei.query.institution.Registrations;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;

/** Hands out the files about a month, part by part. */
public final class LedgerFileQueryHandler {

    private final ServedReadModel<FeeLedgerModel> bills;
    private final Registrations registrations;
    private final ServedReadModel<LedgersModel> ledgers;
    private final SeesEverything everything;
    private final SeesEverything everyClosing;

    public LedgerFileQueryHandler(MongoDatabase database, QueryGateway queries, EventStore events) {
        this.bills = FeeLedgerModel.served(database);
        this.registrations = new Registrations(database);
        this.ledgers = LedgersModel.served(database);
        this.everything = new SeesEverything(queries, events, FeeLedgerModel.NAME);
        this.everyClosing = new SeesEverything(queries, events, LedgersModel.NAME);
    }

    /**
     * A part of a file. The first sees everything that has happened: what is paid by a file must not lack what a read model
     * that is being built does not have yet, nor bills that are not begun while a month is being closed.
     *
     * @throws Refused with {@link ErrorCode#READ_MODEL_BEHIND} if not everything that has happened is known yet,
     *     {@link ErrorCode#LEDGER_OPEN} for what is to be paid of a month that is not closed, and
     *     {@link ErrorCode#INVALID_REQUEST} for a place that is none of this file and month
     */
    @QueryHandler
    public FilePart handle(ReadLedgerFile query) {
        String after = query.after();
        if (after == null) {
            everything.await();
            if (query.file() != LedgerFile.LEDGER) {
                requireClosed(query.month());
            }
        }
        if (query.file() == LedgerFile.LEDGER) {
            Optional<LinePlace> place = Optional.ofNullable(after).map(text -> line(query, text));
            return bills.answer(model -> new LedgerParts(new MonthBills(model, query.month())).after(place));
        }
        if (after != null && !(BillId.isWellFormed(after) && BillId.month(after).equals(query.month()))) {
            throw Refused.because(ErrorCode.INVALID_REQUEST);
        }
        return bills.answer(model -> new PaymentParts(
                        new MonthBills(model, query.month()), query.file(), registrations, new ReversedBills(model))
                .after(after));
    }

    private void requireClosed(BillingMonth month) {
        everyClosing.await();
        LedgerDocument ledger = ledgers.answer(model ->
                model.documents().find(Filters.eq("_id", LedgerId.of(month))).first());
        if (ledger == null || ledger.state() != LedgerView.State.CLOSED) {
            throw Refused.because(ErrorCode.LEDGER_OPEN);
        }
    }

    private static LinePlace line(ReadLedgerFile query, String after) {
        if (!LinePlace.FORM.matcher(after).matches()) {
            throw Refused.because(ErrorCode.INVALID_REQUEST);
        }
        return LinePlace.of(after).in(query.month());
    }
}
