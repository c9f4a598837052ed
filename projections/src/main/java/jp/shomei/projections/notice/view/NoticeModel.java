package jp.shomei.projections.notice.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import jp.shomei.projections.block.view.DayBlock;
import jp.shomei.projections.readmodel.view.Generation;
import jp.shomei.projections.readmodel.view.ServedReadModel;

/**
 * The collections of one generation of the notices' read model.
 *
 * @param documents one document for each notice
 * @param days one document for each dispatch day
 * @param enclosures one document for each certificate
 * @param work what somebody has to see to, a {@link NoticeWork} each, in blocks by the day from
 *     which they have
 */
public record NoticeModel(
        MongoCollection<NoticeDocument> documents,
        MongoCollection<DispatchDayDocument> days,
        MongoCollection<EnclosureDocument> enclosures,
        MongoCollection<DayBlock> work) {

    /** The read model's name. */
    public static final String NAME = "notices";

    /** What its documents look like; raised when they change. */
    public static final int SHAPE = 4;

    /** The collections of a generation. */
    public static NoticeModel of(MongoDatabase database, Generation generation) {
        return new NoticeModel(
                database.getCollection(generation.collection("documents"), NoticeDocument.class),
                database.getCollection(generation.collection("days"), DispatchDayDocument.class),
                database.getCollection(generation.collection("enclosures"), EnclosureDocument.class),
                database.getCollection(generation.collection("work"), DayBlock.class));
    }

    /** Whatever generation answers. */
    public static ServedReadModel<NoticeModel> served(MongoDatabase database) {
        return new ServedReadModel<>(database, NAME, SHAPE, NoticeModel::of);
    }
}
