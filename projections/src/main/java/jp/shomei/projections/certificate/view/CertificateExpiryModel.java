package jp.shomei.projections.certificate.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import jp.shomei.projections.block.view.DayBlock;
import jp.shomei.projections.readmodel.view.Generation;
import jp.shomei.projections.readmodel.view.ServedReadModel;

/**
 * The collections of one generation of the read model that tells what is due when.
 *
 * @param documents one document for each certificate
 * @param due what is due, a {@link DueWork} each, in blocks by the day from which it is
 */
public record CertificateExpiryModel(MongoCollection<ValidityDocument> documents, MongoCollection<DayBlock> due) {

    /** The read model's name. */
    public static final String NAME = "certificate-expiry";

    /** What its documents look like; raised when they change. */
    public static final int SHAPE = 2;

    /** The collections of a generation. */
    public static CertificateExpiryModel of(MongoDatabase database, Generation generation) {
        return new CertificateExpiryModel(
                database.getCollection(generation.collection("documents"), ValidityDocument.class),
                database.getCollection(generation.collection("due"), DayBlock.class));
    }

    /** Whatever generation answers. */
    public static ServedReadModel<CertificateExpiryModel> served(MongoDatabase database) {
        return new ServedReadModel<>(database, NAME, SHAPE, CertificateExpiryModel::of);
    }
}
