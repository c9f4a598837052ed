package jp.shomei.projections.institution;

import com.mongodb.client.MongoDatabase;
import jp.shomei.contracts.institution.InstitutionEvent;
import jp.shomei.projections.institution.view.InstitutionDocument;
import jp.shomei.projections.institution.view.InstitutionModel;
import jp.shomei.projections.readmodel.BatchedDocuments;
import jp.shomei.projections.readmodel.Projection;
import jp.shomei.projections.readmodel.ReadModel;
import jp.shomei.projections.readmodel.view.Generation;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;

/** Builds a document of what each institution has filed. */
public final class InstitutionProjection implements Projection {

    /** The read model it builds. */
    public static final ReadModel READ_MODEL =
            new ReadModel(InstitutionModel.NAME, InstitutionModel.SHAPE, InstitutionProjection::new);

    private final BatchedDocuments<InstitutionDocument> documents;

    public InstitutionProjection(MongoDatabase database, Generation generation) {
        this.documents =
                new BatchedDocuments<>(InstitutionModel.of(database, generation).documents());
    }

    @EventHandler
    public void on(InstitutionEvent event, DomainEventMessage<?> message) {
        documents.take(message, before -> InstitutionDocument.on(before, event, message.getSequenceNumber()));
    }

    @Override
    public BatchedDocuments<?> documents() {
        return documents;
    }
}
