package jp.shomei.projections.fee;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.util.stream.Stream;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeId;
import jp.shomei.contracts.fee.FeeCharged;
import jp.shomei.contracts.fee.FeeEvent;
import jp.shomei.projections.block.view.DayBlock;
import jp.shomei.projections.fee.view.BillBranchDocument;
import jp.shomei.projections.fee.view.BillDocument;
import jp.shomei.projections.fee.view.BillFigures;
import jp.shomei.projections.fee.view.BillLeafDocument;
import jp.shomei.projections.fee.view.BillTree;
import jp.shomei.projections.fee.view.FeeLedgerModel;
import jp.shomei.projections.fee.view.SubjectBlockDocument;
import jp.shomei.projections.readmodel.BatchedDocuments;
import jp.shomei.projections.readmodel.Change;
import jp.shomei.projections.readmodel.Projection;
import jp.shomei.projections.readmodel.ReadModel;
import jp.shomei.projections.readmodel.view.Generation;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.bson.Document;

/**
 * Builds the fee ledger: a document for each bill, found by month, by the day its next step is due, and by what
 * was charged for; and what the bills of each month come to.
 */
public final class FeeLedgerProjection implements Projection {

    /** The read model it builds. */
    public static final ReadModel READ_MODEL =
            new ReadModel(FeeLedgerModel.NAME, FeeLedgerModel.SHAPE, FeeLedgerProjection::new);

    private final BatchedDocuments<BillDocument> documents;
    private final MongoCollection<Document> branches;
    private final MongoCollection<Document> leaves;
    private final MongoCollection<Document> due;
    private final MongoCollection<Document> subjects;
    private final MongoCollection<Document> sums;

    public FeeLedgerProjection(MongoDatabase database, Generation generation) {
        FeeLedgerModel model = FeeLedgerModel.of(database, generation);
        this.documents = new BatchedDocuments<>(model.documents());
        this.branches = model.branches().withDocumentClass(Document.class);
        this.leaves = model.leaves().withDocumentClass(Document.class);
        this.due = model.due().withDocumentClass(Document.class);
        this.subjects = model.subjects().withDocumentClass(Document.class);
        this.sums = model.sums().withDocumentClass(Document.class);
    }

    @EventHandler
    public void on(FeeEvent event, DomainEventMessage<?> message) {
        documents
                .take(
                        message,
                        before -> BillDocument.on(before, event, message.getSequenceNumber(), message.getTimestamp()))
                .ifPresent(change -> {
                    documents.sum(sums, change.after().month().toString(), change, BillFigures::of);
                    list(change);
                    if (event instanceof FeeCharged charged) {
                        list(charged);
                    }
                });
    }

    @Override
    public BatchedDocuments<?> documents() {
        return documents;
    }

    private void list(Change<BillDocument> change) {
        BillDocument before = change.before();
        BillDocument after = change.after();
        if (before == null) {
            listInItsMonth(after.billId());
        }
        if (before == null || before.status() != after.status()) {
            documents.update(
                    leaves,
                    BillTree.leaf(after.billId()),
                    Updates.set(
                            BillLeafDocument.BILLS + "." + after.billId(),
                            after.status().name()));
        }
        documents.moveEntry(due, DayBlock.IDS, change, BillDocument::dueBlock);
    }

    private void listInItsMonth(String billId) {
        String branch = BillTree.MONTHS;
        for (String longer : BillTree.path(billId)) {
            documents.update(branches, branch, Updates.set(BillBranchDocument.LONGER + "." + longer, true));
            branch = longer;
        }
    }

    private void list(FeeCharged charged) {
        Charge charge = charged.charge();
        Stream.concat(Stream.of(ChargeId.subject(charge.chargeId())), charge.requestIds().stream())
                .distinct()
                .forEach(subject -> documents.update(
                        subjects,
                        SubjectBlockDocument.block(subject),
                        Updates.set(
                                SubjectBlockDocument.CHARGES + "." + subject + "." + charge.chargeId(),
                                charged.billId())));
    }
}
