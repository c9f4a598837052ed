package jp.shomei.projections.reminder;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.util.Locale;
import java.util.Optional;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.contracts.certificate.CertificateSigned;
import jp.shomei.contracts.reminder.ReminderKind;
import jp.shomei.projections.block.view.Beginning;
import jp.shomei.projections.block.view.DayBlock;
import jp.shomei.projections.readmodel.BatchedDocuments;
import jp.shomei.projections.readmodel.Change;
import jp.shomei.projections.readmodel.Projection;
import jp.shomei.projections.readmodel.ReadModel;
import jp.shomei.projections.readmodel.view.Generation;
import jp.shomei.projections.reminder.view.HolderDocument;
import jp.shomei.projections.reminder.view.ReminderDocument;
import jp.shomei.projections.reminder.view.ReminderQueueModel;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.bson.Document;

/**
 * Builds the reminder queue: a document for each certificate, and lists of them by the day of their next mail, by the day
 * on which something ends, by institution, and by serial number. It sends nothing.
 */
public final class ReminderQueueProjection implements Projection {

    /** The read model it builds. */
    public static final ReadModel READ_MODEL =
            new ReadModel(ReminderQueueModel.NAME, ReminderQueueModel.SHAPE, ReminderQueueProjection::new);

    private final BatchedDocuments<ReminderDocument> documents;
    private final MongoCollection<Document> due;
    private final MongoCollection<Document> ends;
    private final MongoCollection<Document> holders;
    private final MongoCollection<Document> serials;

    public ReminderQueueProjection(MongoDatabase database, Generation generation) {
        ReminderQueueModel model = ReminderQueueModel.of(database, generation);
        this.documents = new BatchedDocuments<>(model.documents());
        this.due = model.due().withDocumentClass(Document.class);
        this.ends = model.ends().withDocumentClass(Document.class);
        this.holders = model.holders().withDocumentClass(Document.class);
        this.serials = model.serials().withDocumentClass(Document.class);
    }

    @EventHandler
    public void on(CertificateEvent event, DomainEventMessage<?> message) {
        documents
                .take(message, before -> ReminderDocument.on(before, event, message.getSequenceNumber()))
                .ifPresent(change -> {
                    list(change);
                    if (event instanceof CertificateSigned signed) {
                        list(signed);
                    }
                });
    }

    @Override
    public BatchedDocuments<?> documents() {
        return documents;
    }

    private void list(Change<ReminderDocument> change) {
        for (ReminderKind kind : ReminderKind.values()) {
            documents.moveEntry(due, DayBlock.IDS, change, document -> due(document, kind));
            documents.moveEntry(ends, DayBlock.IDS, change, document -> end(document, kind));
        }
        documents.moveEntry(holders, HolderDocument.REQUESTS, change, ReminderQueueProjection::holder);
    }

    private void list(CertificateSigned signed) {
        documents.update(
                serials,
                signed.serialNumber().toLowerCase(Locale.ROOT),
                Updates.combine(
                        Updates.set("requestId", signed.requestId()), Updates.set("generation", signed.generation())));
    }

    private static Optional<String> due(ReminderDocument document, ReminderKind kind) {
        return document.nextMail(kind)
                .map(mail -> mail.block(document.requestId()).text());
    }

    private static Optional<String> end(ReminderDocument document, ReminderKind kind) {
        return document.ending(kind).map(ending -> Beginning.OF_REQUEST_ID
                .block(ending.lastDay(), document.requestId(), kind.name())
                .text());
    }

    private static Optional<String> holder(ReminderDocument document) {
        return document.expiry() == null && document.download() == null
                ? Optional.empty()
                : Optional.of(document.institution().value());
    }
}
