package jp.shomei.query.consistency;

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
import jp.shomei.contracts.fee.FindBalance;
import jp.shomei.contracts.fee.FindBill;
import jp.shomei.contracts.fee.FindCharge;
import jp.shomei.contracts.fee.FindLedger;
import jp.shomei.contracts.fee.ListBills;
import jp.shomei.contracts.fee.ListCharges;
import jp.shomei.contracts.fee.ListInstitutionBills;
import jp.shomei.contracts.fee.ListLedgerLines;
import jp.shomei.contracts.fee.ReadLedgerFile;
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
import jp.shomei.contracts.reminder.FindTerminalReminders;
import jp.shomei.contracts.reminder.ForecastReminders;
import jp.shomei.contracts.reminder.ListInstitutionReminders;
import jp.shomei.contracts.reminder.ListReminders;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.fee.view.FeeLedgerModel;
import jp.shomei.projections.fee.view.LedgersModel;
import jp.shomei.projections.institution.view.InstitutionModel;
import jp.shomei.projections.notice.view.NoticeModel;
import jp.shomei.projections.notice.view.PostingBatchModel;
import jp.shomei.projections.reminder.view.ReminderQueueModel;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryMessage;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Has a query that carries a consistency token wait until the read models it is answered from have taken in what the
 * token stands for. A token of an aggregate that plays no part in the answer is no reason to wait.
 */
public final class SeesOwnWrites implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final Map<Class<?>, Set<Source>> ANSWERED_FROM = Map.ofEntries(
            Map.entry(FindCertificate.class, Set.of(Source.CERTIFICATES, Source.NOTICES, Source.INSTITUTIONS)),
            Map.entry(ListCertificates.class, Set.of(Source.CERTIFICATES)),
            Map.entry(CountApplications.class, Set.of(Source.CERTIFICATES)),
            Map.entry(ListOpenDuplicates.class, Set.of(Source.CERTIFICATES)),
            Map.entry(ListWaitingApplications.class, Set.of(Source.CERTIFICATES, Source.INSTITUTIONS)),
            Map.entry(ListRevocationRequests.class, Set.of(Source.CERTIFICATES)),
            Map.entry(ListReminders.class, Set.of(Source.REMINDERS)),
            Map.entry(ListInstitutionReminders.class, Set.of(Source.REMINDERS)),
            Map.entry(FindTerminalReminders.class, Set.of(Source.REMINDERS)),
            Map.entry(ForecastReminders.class, Set.of(Source.REMINDERS)),
            Map.entry(FindNotice.class, Set.of(Source.NOTICES)),
            Map.entry(ListNotices.class, Set.of(Source.NOTICES)),
            Map.entry(ListReturnedNotices.class, Set.of(Source.NOTICES)),
            Map.entry(ListLateNotices.class, Set.of(Source.NOTICES)),
            Map.entry(FindPostingBatch.class, Set.of(Source.BATCHES)),
            Map.entry(ListPostingBatches.class, Set.of(Source.BATCHES)),
            Map.entry(FindInstitution.class, Set.of(Source.INSTITUTIONS)),
            Map.entry(FindLedger.class, Set.of(Source.LEDGERS, Source.BILLS, Source.BILLS_OF_LEDGERS)),
            Map.entry(ListLedgerLines.class, Set.of(Source.BILLS, Source.BILLS_OF_LEDGERS)),
            Map.entry(ReadLedgerFile.class, Set.of(Source.BILLS, Source.BILLS_OF_LEDGERS)),
            Map.entry(FindBalance.class, Set.of(Source.BILLS, Source.BILLS_OF_LEDGERS)),
            Map.entry(FindBill.class, Set.of(Source.BILLS, Source.BILLS_OF_LEDGERS)),
            Map.entry(ListBills.class, Set.of(Source.BILLS, Source.BILLS_OF_LEDGERS)),
            Map.entry(ListInstitutionBills.class, Set.of(Source.BILLS, Source.BILLS_OF_LEDGERS)),
            Map.entry(FindCharge.class, Set.of(Source.BILLS, Source.BILLS_OF_LEDGERS)),
            Map.entry(ListCharges.class, Set.of(Source.BILLS, Source.BILLS_OF_LEDGERS)));

    /** A read model, and of which aggregates it has a document each. */
    private enum Source {
        CERTIFICATES(Kind.CERTIFICATE),
        REMINDERS(Kind.CERTIFICATE),
        NOTICES(Kind.NOTICE),
        BATCHES(Kind.BATCH),
        INSTITUTIONS(Kind.INSTITUTION),
        BILLS(Kind.BILL),
        LEDGERS(Kind.LEDGER),
        /** What a ledger's history stands for was done to its bills, before it was recorded of the ledger. */
        BILLS_OF_LEDGERS(Kind.LEDGER);

        private final Kind kind;

        Source(Kind kind) {
            this.kind = kind;
        }
    }

    private final Map<Source, Function<String, Long>> versions;
    private final SeesEverything everyBill;

    public SeesOwnWrites(MongoDatabase database, QueryGateway queries, EventStore events) {
        this.everyBill = new SeesEverything(queries, events, FeeLedgerModel.NAME);
        var certificates = CertificateStatusModel.served(database);
        var reminders = ReminderQueueModel.served(database);
        var notices = NoticeModel.served(database);
        var batches = PostingBatchModel.served(database);
        var institutions = InstitutionModel.served(database);
        var bills = FeeLedgerModel.served(database);
        var ledgers = LedgersModel.served(database);
        this.versions = Map.of(
                Source.CERTIFICATES, id -> certificates.answer(model -> version(model.documents(), id)),
                Source.REMINDERS, id -> reminders.answer(model -> version(model.documents(), id)),
                Source.NOTICES, id -> notices.answer(model -> version(model.documents(), id)),
                Source.BATCHES, id -> batches.answer(model -> version(model.documents(), id)),
                Source.INSTITUTIONS, id -> institutions.answer(model -> version(model.documents(), id)),
                Source.BILLS, id -> bills.answer(model -> version(model.documents(), id)),
                Source.LEDGERS, id -> ledgers.answer(model -> version(model.documents(), id)));
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
            ANSWERED_FROM.getOrDefault(query.getPayloadType(), Set.of()).stream()
                    .filter(source -> source.kind == recorded.kind())
                    .forEach(source -> await(source, recorded));
        }
        return chain.proceed();
    }

    private void await(Source source, Recorded recorded) {
        if (source == Source.BILLS_OF_LEDGERS) {
            everyBill.await(LONGEST_WAIT);
        }
        Function<String, Long> version = versions.get(source);
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
