package jp.shomei.projections.certificate;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.util.Optional;
import java.util.function.Function;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.projections.certificate.view.CertificateDocument;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.certificate.view.TerminalDocument;
import jp.shomei.projections.certificate.view.WaitingDocument;
import jp.shomei.projections.readmodel.BatchedDocuments;
import jp.shomei.projections.readmodel.Change;
import jp.shomei.projections.readmodel.Projection;
import jp.shomei.projections.readmodel.ReadModel;
import jp.shomei.projections.readmodel.view.Generation;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.bson.Document;

/**
 * Builds the status-lookup table: a document for each certificate, for each institution which ones it has, for each of
 * its terminal names which applications are open, and the two lines of what waits for an officer.
 */
public final class CertificateStatusProjection implements Projection {

    /** The read model it builds. */
    public static final ReadModel READ_MODEL =
            new ReadModel(CertificateStatusModel.NAME, CertificateStatusModel.SHAPE, CertificateStatusProjection::new);

    private final BatchedDocuments<CertificateDocument> documents;
    private final MongoCollection<Document> institutions;
    private final MongoCollection<Document> terminals;
    private final MongoCollection<Document> waiting;
    private final MongoCollection<Document> revocations;

    public CertificateStatusProjection(MongoDatabase database, Generation generation) {
        CertificateStatusModel model = CertificateStatusModel.of(database, generation);
        this.documents = new BatchedDocuments<>(model.documents());
        this.institutions = model.institutions().withDocumentClass(Document.class);
        this.terminals = model.terminals().withDocumentClass(Document.class);
        this.waiting = model.waiting().withDocumentClass(Document.class);
        this.revocations = model.revocations().withDocumentClass(Document.class);
    }

    @EventHandler
    public void on(CertificateEvent event, DomainEventMessage<?> message) {
        documents
                .take(
                        message,
                        before -> CertificateDocument.on(
                                before, event, message.getSequenceNumber(), message.getTimestamp()))
                .ifPresent(this::list);
    }

    @Override
    public BatchedDocuments<?> documents() {
        return documents;
    }

    private void list(Change<CertificateDocument> change) {
        if (change.before() == null) {
            listWithItsInstitution(change.after());
        }
        documents.moveEntry(terminals, TerminalDocument.REQUESTS, change, CertificateStatusProjection::terminal);
        line(waiting, change, CertificateStatusProjection::placeOfApplication);
        line(revocations, change, CertificateStatusProjection::placeOfRevocation);
    }

    private void listWithItsInstitution(CertificateDocument applied) {
        documents.update(
                institutions,
                applied.application().institution().value(),
                Updates.set("requests." + applied.requestId(), applied.appliedAt()));
    }

    /** Has a certificate join or leave a line. */
    private void line(
            MongoCollection<Document> line,
            Change<CertificateDocument> change,
            Function<CertificateDocument, Optional<String>> place) {
        Optional<String> before = Optional.ofNullable(change.before()).flatMap(place);
        Optional<String> after = place.apply(change.after());
        if (before.equals(after)) {
            return;
        }
        before.ifPresent(left -> documents.remove(line, left));
        after.ifPresent(joined -> documents.update(
                line, joined, Updates.set("requestId", change.after().requestId())));
    }

    private static Optional<String> terminal(CertificateDocument document) {
        return document.isOpen()
                ? Optional.of(TerminalDocument.id(
                        document.application().institution(),
                        document.application().terminalName()))
                : Optional.empty();
    }

    private static Optional<String> placeOfApplication(CertificateDocument document) {
        return document.status() == CertificateStatus.WAITING_APPROVAL
                ? Optional.of(WaitingDocument.place(document.appliedAt(), document.requestId()))
                : Optional.empty();
    }

    private static Optional<String> placeOfRevocation(CertificateDocument document) {
        return document.revocationRequest()
                .map(request -> WaitingDocument.place(request.requestedAt(), document.requestId()));
    }
}
