package jp.shomei.projections.certificate;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.Optional;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.projections.certificate.view.CertificateExpiryModel;
import jp.shomei.projections.certificate.view.DueDocument;
import jp.shomei.projections.certificate.view.DueWork;
import jp.shomei.projections.certificate.view.ValidityDocument;
import jp.shomei.projections.readmodel.BatchedDocuments;
import jp.shomei.projections.readmodel.Change;
import jp.shomei.projections.readmodel.Projection;
import jp.shomei.projections.readmodel.ReadModel;
import jp.shomei.projections.readmodel.view.Generation;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.bson.Document;

/** Builds the list of what becomes due because time passes: expiries, and generations to be retired after a renewal. */
public final class CertificateExpiryProjection implements Projection {

    /** Raised when the documents change. */
    private static final int SHAPE = 1;

    /** The read model it builds. */
    public static final ReadModel READ_MODEL =
            new ReadModel(CertificateExpiryModel.NAME, SHAPE, CertificateExpiryProjection::new);

    private static final String REQUESTS = "requests";

    private final BatchedDocuments<ValidityDocument> documents;
    private final MongoCollection<Document> due;

    public CertificateExpiryProjection(MongoDatabase database, Generation generation) {
        CertificateExpiryModel model = CertificateExpiryModel.of(database, generation);
        this.documents = new BatchedDocuments<>(model.documents());
        this.due = model.due().withDocumentClass(Document.class);
    }

    @EventHandler
    public void on(CertificateEvent event, DomainEventMessage<?> message) {
        documents
                .take(message, before -> ValidityDocument.on(before, event, message.getSequenceNumber()))
                .ifPresent(change -> {
                    for (DueWork work : DueWork.values()) {
                        list(work, change);
                    }
                });
    }

    @Override
    public BatchedDocuments<?> documents() {
        return documents;
    }

    private void list(DueWork work, Change<ValidityDocument> change) {
        Optional<LocalDate> before = Optional.ofNullable(change.before()).flatMap(document -> document.dueOn(work));
        Optional<LocalDate> after = change.after().dueOn(work);
        if (before.equals(after)) {
            return;
        }
        String requestId = change.after().requestId();
        before.ifPresent(day -> documents.removeEntry(due, DueDocument.id(day, work, requestId), REQUESTS, requestId));
        after.ifPresent(day -> documents.update(
                due, DueDocument.id(day, work, requestId), Updates.set(REQUESTS + "." + requestId, true)));
    }
}
