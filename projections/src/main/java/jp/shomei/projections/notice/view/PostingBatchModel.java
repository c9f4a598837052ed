package jp.shomei.projections.notice.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import jp.shomei.projections.readmodel.view.Generation;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import org.bson.Document;

/**
 * The collections of one generation of the posting batches' read model.
 *
 * @param documents one document for each batch
 * @param places one document for each batch, in the order of the batches
 * @param open one document for each batch whose archive is not yet written
 */
public record PostingBatchModel(
        MongoCollection<PostingBatchDocument> documents,
        MongoCollection<BatchPlaceDocument> places,
        MongoCollection<Document> open) {

    /** The read model's name. */
    public static final String NAME = "posting-batches";

    /** What its documents look like; raised when they change. */
    public static final int SHAPE = 1;

    /** The notices of a batch whose archive is not yet written. */
    public static final String NOTICES = "notices";

    /** The collections of a generation. */
    public static PostingBatchModel of(MongoDatabase database, Generation generation) {
        return new PostingBatchModel(
                database.getCollection(generation.collection("documents"), PostingBatchDocument.class),
                database.getCollection(generation.collection("places"), BatchPlaceDocument.class),
                database.getCollection(generation.collection("open")));
    }

    /** Whatever generation answers. */
    public static ServedReadModel<PostingBatchModel> served(MongoDatabase database) {
        return new ServedReadModel<>(database, NAME, SHAPE, PostingBatchModel::of);
    }
}
