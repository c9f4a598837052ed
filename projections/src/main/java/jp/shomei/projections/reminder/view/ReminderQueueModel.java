package jp.shomei.projections.reminder.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import jp.shomei.projections.block.view.DayBlock;
import jp.shomei.projections.readmodel.view.Generation;
import jp.shomei.projections.readmodel.view.ServedReadModel;

/**
 * The collections of one generation of the reminder queue.
 *
 * @param documents one document for each certificate
 * @param due for whom which {@link NextMail} is due, in blocks by its day
 * @param ends what ends, an {@link Ending} of a kind each, in blocks by the last day
 * @param holders one document for each institution that can be reminded of something
 * @param serials one document for each serial number
 */
public record ReminderQueueModel(
        MongoCollection<ReminderDocument> documents,
        MongoCollection<DayBlock> due,
        MongoCollection<DayBlock> ends,
        MongoCollection<HolderDocument> holders,
        MongoCollection<SerialDocument> serials) {

    /** The read model's name. */
    public static final String NAME = "reminder-queue";

    /** What its documents look like; raised when they change. */
    public static final int SHAPE = 2;

    /** The collections of a generation. */
    public static ReminderQueueModel of(MongoDatabase database, Generation generation) {
        return new ReminderQueueModel(
                database.getCollection(generation.collection("documents"), ReminderDocument.class),
                database.getCollection(generation.collection("due"), DayBlock.class),
                database.getCollection(generation.collection("ends"), DayBlock.class),
                database.getCollection(generation.collection("holders"), HolderDocument.class),
                database.getCollection(generation.collection("serials"), SerialDocument.class));
    }

    /** Whatever generation answers. */
    public static ServedReadModel<ReminderQueueModel> served(MongoDatabase database) {
        return new ServedReadModel<>(database, NAME, SHAPE, ReminderQueueModel::of);
    }
}
