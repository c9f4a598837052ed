package jp.shomei.query.certificate;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import jp.shomei.contracts.certificate.DueCertificates;
import jp.shomei.contracts.certificate.ListDueCertificates;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.projections.certificate.view.CertificateExpiryModel;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import jp.shomei.query.consistency.SeesEverything;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;

/** Tells the daily job for which certificates something is due. */
public final class DueQueryHandler {

    private static final int MOST = 10_000;

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
        if (query.limit() < 1 || query.limit() > MOST) {
            Refused.ifAny(List.of(FieldError.of("limit", FieldRule.RANGE, "1", String.valueOf(MOST))));
        }
        String after = query.after();
        if (after != null && !RequestId.isWellFormed(after)) {
            throw Refused.because(ErrorCode.INVALID_REQUEST);
        }
        everything.await();
        return new DueCertificates(
                expiries.answer(model -> new DueBlocks(model, query.day()).page(after, query.limit())));
    }
}
