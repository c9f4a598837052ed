package jp.shomei.projections.notice;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import jp.shomei.contracts.notice.PostingBatchEvent;
import jp.shomei.contracts.notice.PostingBatchPrepared;
import jp.shomei.contracts.notice.PostingBatchSealed;
import jp.shomei.projections.notice.view.BatchPlaceDocument;
import jp.shomei.projections.notice.view.PostingBatchDocument;
import jp.shomei.projections.notice.view.PostingBatchModel;
import jp.shomei.projections.readmodel.BatchedDocuments;
import jp.shomei.projections.readmodel.Projection;
import jp.shomei.projections.readmodel.ReadModel;
import jp.shomei.projections.readmodel.view.Generation;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.bson.Document;

/** Builds the list of posting batches. */
public final class PostingBatchProjection implements Projection {

    /** The read model it builds. */
    public static final ReadModel READ_MODEL =
            new ReadModel(PostingBatchModel.NAME, PostingBatchModel.SHAPE, PostingBatchProjection::new);

    private final BatchedDocuments<PostingBatchDocument> documents;
    private final MongoCollection<Document> places;
    private final MongoCollection<Document> open;

    public PostingBatchProjection(MongoDatabase database, Generation generation) {
        PostingBatchModel model = PostingBatchModel.of(database, generation);
        this.documents = new BatchedDocuments<>(model.documents());
        this.places = model.places().withDocumentClass(Document.class);
        this.open = model.open();
    }

    @EventHandler
    public void on(PostingBatchEvent event, DomainEventMessage<?> message) {
        documents
                .take(message, before -> PostingBatchDocument.on(before, event, message.getSequenceNumber()))
                .ifPresent(change -> list(event));
    }

    @Override
    public BatchedDocuments<?> documents() {
        return documents;
    }

    private void list(PostingBatchEvent event) {
        switch (event) {
            case PostingBatchPrepared prepared -> {
                String place = BatchPlaceDocument.id(prepared.dispatchOn(), prepared.batchId());
                documents.update(places, place, Updates.set("batchId", prepared.batchId()));
                documents.update(
                        open, prepared.batchId(), Updates.set(PostingBatchModel.NOTICES, prepared.noticeIds()));
            }
            case PostingBatchSealed sealed -> documents.remove(open, sealed.batchId());
        }
    }
}
