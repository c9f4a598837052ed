package jp.shomei.projections.notice;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.util.Optional;
import jp.shomei.contracts.notice.NoticeBoxEnclosed;
import jp.shomei.contracts.notice.NoticeEvent;
import jp.shomei.projections.block.view.DayBlock;
import jp.shomei.projections.notice.view.DispatchDayDocument;
import jp.shomei.projections.notice.view.NoticeDocument;
import jp.shomei.projections.notice.view.NoticeModel;
import jp.shomei.projections.notice.view.NoticeWork;
import jp.shomei.projections.readmodel.BatchedDocuments;
import jp.shomei.projections.readmodel.Projection;
import jp.shomei.projections.readmodel.ReadModel;
import jp.shomei.projections.readmodel.view.Generation;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.bson.Document;

/**
 * Builds the mailroom's table: a document for each notice, found by its dispatch day, by its certificates, and by what
 * somebody has to see to.
 */
public final class NoticeProjection implements Projection {

    /** The read model it builds. */
    public static final ReadModel READ_MODEL =
            new ReadModel(NoticeModel.NAME, NoticeModel.SHAPE, NoticeProjection::new);

    private final BatchedDocuments<NoticeDocument> documents;
    private final MongoCollection<Document> days;
    private final MongoCollection<Document> enclosures;
    private final MongoCollection<Document> work;

    public NoticeProjection(MongoDatabase database, Generation generation) {
        NoticeModel model = NoticeModel.of(database, generation);
        this.documents = new BatchedDocuments<>(model.documents());
        this.days = model.days().withDocumentClass(Document.class);
        this.enclosures = model.enclosures().withDocumentClass(Document.class);
        this.work = model.work().withDocumentClass(Document.class);
    }

    @EventHandler
    public void on(NoticeEvent event, DomainEventMessage<?> message) {
        documents
                .take(message, before -> NoticeDocument.on(before, event, message.getSequenceNumber()))
                .ifPresent(change -> {
                    documents.moveEntry(
                            days,
                            DispatchDayDocument.NOTICES,
                            change,
                            notice -> Optional.of(DispatchDayDocument.id(notice.dispatchOn())));
                    for (NoticeWork one : NoticeWork.values()) {
                        documents.moveEntry(work, DayBlock.IDS, change, document -> document.blockOf(one));
                    }
                    if (event instanceof NoticeBoxEnclosed enclosed) {
                        documents.update(
                                enclosures,
                                enclosed.box().requestId(),
                                Updates.set("notices." + enclosed.box().edition(), enclosed.noticeId()));
                    }
                });
    }

    @Override
    public BatchedDocuments<?> documents() {
        return documents;
    }
}
