package jp.shomei.query.fee;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.FilePart;
import jp.shomei.contracts.fee.LedgerFile;
import jp.shomei.contracts.fee.ReadLedgerFile;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.projections.fee.view.FeeLedgerModel;
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
    private final SeesEverything everything;

    public LedgerFileQueryHandler(MongoDatabase database, QueryGateway queries, EventStore events) {
        this.bills = FeeLedgerModel.served(database);
        this.registrations = new Registrations(database);
        this.everything = new SeesEverything(queries, events, FeeLedgerModel.NAME);
    }

    /**
     * A part of a file. The first sees everything that has happened: what is paid by a file must not lack what a read model
     * that is being built does not have yet.
     *
     * @throws Refused with {@link ErrorCode#READ_MODEL_BEHIND} if not everything that has happened is known yet, and
     *     {@link ErrorCode#INVALID_REQUEST} for a place that is none of this file and month
     */
    @QueryHandler
    public FilePart handle(ReadLedgerFile query) {
        String after = query.after();
        if (after == null) {
            everything.await();
        }
        if (query.file() == LedgerFile.LEDGER) {
            Optional<LinePlace> place = Optional.ofNullable(after).map(text -> line(query, text));
            return bills.answer(model -> new LedgerParts(new MonthBills(model, query.month())).after(place));
        }
        if (after != null && !(BillId.isWellFormed(after) && BillId.month(after).equals(query.month()))) {
            throw Refused.because(ErrorCode.INVALID_REQUEST);
        }
        return bills.answer(model ->
                new PaymentParts(new MonthBills(model, query.month()), query.file(), registrations).after(after));
    }

    private static LinePlace line(ReadLedgerFile query, String after) {
        if (!LinePlace.FORM.matcher(after).matches()) {
            throw Refused.because(ErrorCode.INVALID_REQUEST);
        }
        return LinePlace.of(after).in(query.month());
    }
}
