package jp.shomei.projections.fee.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import jp.shomei.projections.readmodel.view.Generation;
import jp.shomei.projections.readmodel.view.ServedReadModel;

/**
 * The collections of one generation of the ledgers' read model.
 *
 * @param documents one document for each month whose closing has begun
 * @param results one document for each part of a list of results that is not yet on its bills
 */
public record LedgersModel(MongoCollection<LedgerDocument> documents, MongoCollection<ResultsPartDocument> results) {

    /** The read model's name. */
    public static final String NAME = "ledgers";

    /** What its documents look like; raised when they change. */
    public static final int SHAPE = 1;

    /** The collections of a generation. */
    public static LedgersModel of(MongoDatabase database, Generation generation) {
        return new LedgersModel(
                database.getCollection(generation.collection("documents"), LedgerDocument.class),
                database.getCollection(generation.collection("results"), ResultsPartDocument.class));
    }

    /** Whatever generation answers. */
    public static ServedReadModel<LedgersModel> served(MongoDatabase database) {
        return new ServedReadModel<>(database, NAME, SHAPE, LedgersModel::of);
    }
}
