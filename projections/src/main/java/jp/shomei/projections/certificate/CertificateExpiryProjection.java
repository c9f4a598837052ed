package jp.shomei.projections.certificate;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.projections.block.view.Beginning;
import jp.shomei.projections.block.view.DayBlock;
import jp.shomei.projections.certificate.view.CertificateExpiryModel;
import jp.shomei.projections.certificate.view.DueWork;
import jp.shomei.projections.certificate.view.ValidityDocument;
import jp.shomei.projections.readmodel.BatchedDocuments;
import jp.shomei.projections.readmodel.Projection;
import jp.shomei.projections.readmodel.ReadModel;
import jp.shomei.projections.readmodel.view.Generation;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.bson.Document;

/** Builds the list of what becomes due because time passes: expiries, and generations to be retired after a renewal. */
public final class CertificateExpiryProjection implements Projection {

    /** The read model it builds. */
    public static final ReadModel READ_MODEL =
            new ReadModel(CertificateExpiryModel.NAME, CertificateExpiryModel.SHAPE, CertificateExpiryProjection::new);

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
                        documents.moveEntry(due, DayBlock.IDS, change, document -> block(document, work));
                    }
                });
    }

    @Override
    public BatchedDocuments<?> documents() {
        return documents;
    }

    private static Optional<String> block(ValidityDocument document, DueWork work) {
        return document.dueOn(work).map(day -> Beginning.OF_REQUEST_ID
                .block(day, document.requestId(), work.name())
                .text());
    }
}
