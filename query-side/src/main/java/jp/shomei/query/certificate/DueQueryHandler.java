package jp.shomei.query.certificate;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import jp.shomei.contracts.certificate.DueCertificates;
import jp.shomei.contracts.certificate.DueCertificates.Due;
import jp.shomei.contracts.certificate.ListDueCertificates;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.projections.block.view.Beginning;
import jp.shomei.projections.block.view.BlockName;
import jp.shomei.projections.certificate.view.CertificateExpiryModel;
import jp.shomei.projections.certificate.view.DueWork;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import jp.shomei.query.block.DuePage;
import jp.shomei.query.consistency.SeesEverything;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;

/** Tells the daily job for which certificates something is due. */
public final class DueQueryHandler {

    private final ServedReadModel<CertificateExpiryModel> expiries;
    private final SeesEverything everything;

    public DueQueryHandler(MongoDatabase database, QueryGateway queries, EventStore events) {
        this.expiries = CertificateExpiryModel.served(database);
        this.everything = new SeesEverything(queries, events, CertificateExpiryModel.NAME);
    }

    /**
     * A page of what is due.
     *
     * @throws Refused with {@link ErrorCode#READ_MODEL_BEHIND} if not everything that has happened is known yet,
     *     {@link ErrorCode#INVALID_FIELDS} for a limit that is not 1 to 10,000, {@link ErrorCode#INVALID_REQUEST} for a
     *     place that is no request ID
     */
    @QueryHandler
    public DueCertificates handle(ListDueCertificates query) {
        DuePage page = DuePage.of(query.after(), query.limit(), RequestId::isWellFormed);
        everything.await();
        return new DueCertificates(expiries.answer(model ->
                page.read(query.day(), model.due(), Beginning.OF_REQUEST_ID, name -> true, DueQueryHandler::due)));
    }

    private static Due due(String requestId, List<BlockName> blocks) {
        List<DueWork> work =
                blocks.stream().map(name -> DueWork.valueOf(name.what())).toList();
        return new Due(requestId, work.contains(DueWork.EXPIRY), work.contains(DueWork.RETIREMENT));
    }
}
