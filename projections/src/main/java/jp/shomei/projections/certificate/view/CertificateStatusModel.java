package jp.shomei.projections.certificate.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import jp.shomei.projections.readmodel.view.Generation;
import jp.shomei.projections.readmodel.view.ServedReadModel;

/**
 * The collections of one generation of the status-lookup read model.
 *
 * @param documents one document for each certificate
 * @param institutions one document for each institution
 * @param terminals one document for each terminal name of an institution
 * @param waiting one document for each application that waits for an officer
 * @param revocations one document for each request to revoke that waits for an officer
 */
public record CertificateStatusModel(
        MongoCollection<CertificateDocument> documents,
        MongoCollection<InstitutionCertificatesDocument> institutions,
        MongoCollection<TerminalDocument> terminals,
        MongoCollection<WaitingDocument> waiting,
        MongoCollection<WaitingDocument> revocations) {

    /** The read model's name. */
    public static final String NAME = "certificate-status";

    /** What its documents look like; raised when they change. */
    public static final int SHAPE = 2;

    /** The collections of a generation. */
    public static CertificateStatusModel of(MongoDatabase database, Generation generation) {
        return new CertificateStatusModel(
                database.getCollection(generation.collection("documents"), CertificateDocument.class),
                database.getCollection(generation.collection("institutions"), InstitutionCertificatesDocument.class),
                database.getCollection(generation.collection("terminals"), TerminalDocument.class),
                database.getCollection(generation.collection("waiting"), WaitingDocument.class),
                database.getCollection(generation.collection("revocations"), WaitingDocument.class));
    }

    /** Whatever generation answers. */
    public static ServedReadModel<CertificateStatusModel> served(MongoDatabase database) {
        return new ServedReadModel<>(database, NAME, SHAPE, CertificateStatusModel::of);
    }
}
