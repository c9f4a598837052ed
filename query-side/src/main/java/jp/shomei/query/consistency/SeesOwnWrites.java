package jp.shomei.query.consistency;

import static java.util.Map.entry;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jp.shomei.contracts.certificate.CountApplications;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.contracts.certificate.ListCertificates;
import jp.shomei.contracts.certificate.ListOpenDuplicates;
import jp.shomei.contracts.certificate.ListRevocationRequests;
import jp.shomei.contracts.certificate.ListWaitingApplications;
import jp.shomei.contracts.institution.FindInstitution;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.message.Recorded.Kind;
import jp.shomei.contracts.notice.FindNotice;
import jp.shomei.contracts.notice.FindPostingBatch;
import jp.shomei.contracts.notice.ListLateNotices;
import jp.shomei.contracts.notice.ListNotices;
import jp.shomei.contracts.notice.ListPostingBatches;
import jp.shomei.contracts.notice.ListReturnedNotices;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.institution.view.InstitutionModel;
import jp.shomei.projections.notice.view.NoticeModel;
import jp.shomei.projections.notice.view.PostingBatchModel;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Has a query that carries a consistency token wait until the read models it is answered from have taken in what the
 * token stands for. A token of an aggregate that plays no part in the answer is no reason to wait.
 */
public final class SeesOwnWrites implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final Map<Class<?>, Set<Kind>> ANSWERED_FROM = Map.ofEntries(
            entry(FindCertificate.class, Set.of(Kind.CERTIFICATE, Kind.NOTICE, Kind.INSTITUTION)),
            entry(ListCertificates.class, Set.of(Kind.CERTIFICATE)),
            entry(CountApplications.class, Set.of(Kind.CERTIFICATE)),
            entry(ListOpenDuplicates.class, Set.of(Kind.CERTIFICATE)),
            entry(ListWaitingApplications.class, Set.of(Kind.CERTIFICATE, Kind.INSTITUTION)),
            entry(ListRevocationRequests.class, Set.of(Kind.CERTIFICATE)),
            entry(FindNotice.class, Set.of(Kind.NOTICE)),
            entry(ListNotices.class, Set.of(Kind.NOTICE)),
            entry(ListReturnedNotices.class, Set.of(Kind.NOTICE)),
            entry(ListLateNotices.class, Set.of(Kind.NOTICE)),
            entry(FindPostingBatch.class, Set.of(Kind.BATCH)),
            entry(ListPostingBatches.class, Set.of(Kind.BATCH)),
            entry(FindInstitution.class, Set.of(Kind.INSTITUTION)));

    private final Map<Kind, Function<String, Long>> versions;

    public SeesOwnWrites(MongoDatabase database) {
        var certificates = CertificateStatusModel.served(database);
        var notices = NoticeModel.served(database);
        var batches = PostingBatchModel.served(database);
        var institutions = InstitutionModel.served(database);
        this.versions = Map.of(
                Kind.CERTIFICATE, id -> certificates.answer(model -> version(model.documents(), id)),
                Kind.NOTICE, id -> notices.answer(model -> version(model.documents(), id)),
                Kind.BATCH, id -> batches.answer(model -> version(model.documents(), id)),
                Kind.INSTITUTION, id -> institutions.answer(model -> version(model.documents(), id)));
    }

    /**
     * Answers once the read models are up to the token.
     *
     * @throws Refused with {@link ErrorCode#READ_MODEL_BEHIND} and the seconds to wait before the next try if they are
     *     not after two seconds, and with {@link ErrorCode#INVALID_REQUEST} if the token is none of ours
     */
    @Override
    public @Nullable Object handle(UnitOfWork<? extends QueryMessage<?, ?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        QueryMessage<?, ?> query = unitOfWork.getMessage();
        if (query.getMetaData().get(Metadata.CONSISTENCY_TOKEN) instanceof String token) {
            Recorded recorded = Recorded.fromToken(token);
            if (ANSWERED_FROM.getOrDefault(query.getPayloadType(), Set.of()).contains(recorded.kind())) {
                await(recorded);
            }
        }
        return chain.proceed();
    }

    private void await(Recorded recorded) {
        Function<String, Long> version = versions.get(recorded.kind());
        if (version != null) {
            Patience.await(LONGEST_WAIT, () -> version.apply(recorded.aggregate()) >= recorded.sequence());
        }
    }

    private static long version(MongoCollection<?> documents, String aggregate) {
        Document document = documents
                .withDocumentClass(Document.class)
                .find(Filters.eq("_id", aggregate))
                .projection(Projections.include("version"))
                .first();
        return document == null ? -1 : document.getLong("version");
    }
}
