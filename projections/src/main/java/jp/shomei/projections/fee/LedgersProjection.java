package jp.shomei.projections.fee;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import jp.shomei.contracts.fee.LedgerEvent;
import jp.shomei.contracts.fee.ResultsAccepted;
import jp.shomei.contracts.fee.ResultsApplied;
import jp.shomei.projections.fee.view.LedgerDocument;
import jp.shomei.projections.fee.view.LedgersModel;
import jp.shomei.projections.fee.view.ResultsPartDocument;
import jp.shomei.projections.readmodel.BatchedDocuments;
import jp.shomei.projections.readmodel.Projection;
import jp.shomei.projections.readmodel.ReadModel;
import jp.shomei.projections.readmodel.view.Generation;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Builds the list of ledgers, and of results that are not yet on their bills. */
public final class LedgersProjection implements Projection {

    /** The read model it builds. */
    public static final ReadModel READ_MODEL =
            new ReadModel(LedgersModel.NAME, LedgersModel.SHAPE, LedgersProjection::new);

    private final BatchedDocuments<LedgerDocument> documents;
    private final MongoCollection<Document> results;

    public LedgersProjection(MongoDatabase database, Generation generation) {
        LedgersModel model = LedgersModel.of(database, generation);
        this.documents = new BatchedDocuments<>(model.documents());
        this.results = model.results().withDocumentClass(Document.class);
    }

    @EventHandler
    public void on(LedgerEvent event, DomainEventMessage<?> message) {
        documents
                .take(message, before -> LedgerDocument.on(before, event, message.getSequenceNumber()))
                .ifPresent(change -> {
                    if (event instanceof ResultsAccepted accepted) {
                        keep(accepted);
                    } else if (event instanceof ResultsApplied applied) {
                        remove(change.before(), applied);
                    }
                });
    }

    @Override
    public BatchedDocuments<?> documents() {
        return documents;
    }

    private void keep(ResultsAccepted accepted) {
        documents.update(
                results,
                ResultsPartDocument.id(accepted.ledgerId(), accepted.sha256(), accepted.part()),
                Updates.set(ResultsPartDocument.LINES, accepted.lines()));
    }

    private void remove(@Nullable LedgerDocument before, ResultsApplied applied) {
        if (before != null) {
            before.open(applied.sha256()).stream()
                    .flatMap(list -> list.partIds(applied.ledgerId()).stream())
                    .forEach(part -> documents.remove(results, part));
        }
    }
}
