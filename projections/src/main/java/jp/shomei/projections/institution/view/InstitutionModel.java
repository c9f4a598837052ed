package jp.shomei.projections.institution.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import jp.shomei.projections.readmodel.view.Generation;
import jp.shomei.projections.readmodel.view.ServedReadModel;

/**
 * The collection of one generation of the institutions' read model.
 *
 * @param documents one document for each institution
 */
public record InstitutionModel(MongoCollection<InstitutionDocument> documents) {

    /** The read model's name. */
    public static final String NAME = "institutions";

    /** What its documents look like; raised when they change. */
    public static final int SHAPE = 1;

    /** The collection of a generation. */
    public static InstitutionModel of(MongoDatabase database, Generation generation) {
        return new InstitutionModel(
                database.getCollection(generation.collection("documents"), InstitutionDocument.class));
    }

    /** Whatever generation answers. */
    public static ServedReadModel<InstitutionModel> served(MongoDatabase database) {
        return new ServedReadModel<>(database, NAME, SHAPE, InstitutionModel::of);
    }
}
