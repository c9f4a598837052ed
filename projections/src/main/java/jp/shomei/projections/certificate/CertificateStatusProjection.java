package jp.shomei.projections.certificate;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.projections.certificate.view.CertificateDocument;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.readmodel.BatchedDocuments;
import jp.shomei.projections.readmodel.Change;
import jp.shomei.projections.readmodel.Projection;
import jp.shomei.projections.readmodel.ReadModel;
import jp.shomei.projections.readmodel.view.Generation;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.bson.Document;

/** Builds the status-lookup table: a document for each certificate, and for each institution which ones it has. */
public final class CertificateStatusProjection implements Projection {

    /** The read model it builds. */
    public static final ReadModel READ_MODEL =
            new ReadModel(CertificateStatusModel.NAME, CertificateStatusProjection::new);

    private final BatchedDocuments<CertificateDocument> documents;
    private final MongoCollection<Document> institutions;

    public CertificateStatusProjection(MongoDatabase database, Generation generation) {
        CertificateStatusModel model = CertificateStatusModel.of(database, generation);
        this.documents = new BatchedDocuments<>(model.documents());
        this.institutions = model.institutions().withDocumentClass(Document.class);
    }

    @EventHandler
    public void on(CertificateEvent event, DomainEventMessage<?> message) {
        documents
                .take(
                        message,
                        before -> CertificateDocument.on(
                                before, event, message.getSequenceNumber(), message.getTimestamp()))
                .filter(change -> change.before() == null)
                .map(Change::after)
                .ifPresent(this::list);
    }

    @Override
    public BatchedDocuments<?> documents() {
        return documents;
    }

    private void list(CertificateDocument applied) {
        documents.update(
                institutions,
                applied.application().institution().value(),
                Updates.set("requests." + applied.requestId(), applied.appliedAt()));
    }
}
