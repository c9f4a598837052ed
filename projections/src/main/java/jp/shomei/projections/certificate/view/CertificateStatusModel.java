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
 */
public record CertificateStatusModel(
        MongoCollection<CertificateDocument> documents, MongoCollection<InstitutionCertificatesDocument> institutions) {

    /** The read model's name. */
    public static final String NAME = "certificate-status";

    /** The collections of a generation. */
    public static CertificateStatusModel of(MongoDatabase database, Generation generation) {
        return new CertificateStatusModel(
                database.getCollection(generation.collection("documents"), CertificateDocument.class),
                database.getCollection(generation.collection("institutions"), InstitutionCertificatesDocument.class));
    }

    /** Whatever generation answers. */
    public static ServedReadModel<CertificateStatusModel> served(MongoDatabase database) {
        return new ServedReadModel<>(database, NAME, CertificateStatusModel::of);
    }
}
