package jp.shomei.projections.fee.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import jp.shomei.projections.block.view.DayBlock;
import jp.shomei.projections.readmodel.view.Generation;
import jp.shomei.projections.readmodel.view.ServedReadModel;

/**
 * The collections of one generation of the fee ledger.
 *
 * @param documents one document for each bill
 * @param branches the branches of the {@link BillTree}
 * @param leaves its leaves
 * @param due for which bills a step is due, in blocks by the day from which it is
 * @param subjects what was charged for certificates and notices, in blocks
 * @param sums one document for each month
 */
public record FeeLedgerModel(
        MongoCollection<BillDocument> documents,
        MongoCollection<BillBranchDocument> branches,
        MongoCollection<BillLeafDocument> leaves,
        MongoCollection<DayBlock> due,
        MongoCollection<SubjectBlockDocument> subjects,
        MongoCollection<MonthSumDocument> sums) {

    /** The read model's name. */
    public static final String NAME = "fee-ledger";

    /** What its documents look like; raised when they change. */
    public static final int SHAPE = 2;

    /** The collections of a generation. */
    public static FeeLedgerModel of(MongoDatabase database, Generation generation) {
        return new FeeLedgerModel(
                database.getCollection(generation.collection("documents"), BillDocument.class),
                database.getCollection(generation.collection("branches"), BillBranchDocument.class),
                database.getCollection(generation.collection("leaves"), BillLeafDocument.class),
                database.getCollection(generation.collection("due"), DayBlock.class),
                database.getCollection(generation.collection("subjects"), SubjectBlockDocument.class),
                database.getCollection(generation.collection("sums"), MonthSumDocument.class));
    }

    /** Whatever generation answers. */
    public static ServedReadModel<FeeLedgerModel> served(MongoDatabase database) {
        return new ServedReadModel<>(database, NAME, SHAPE, FeeLedgerModel::of);
    }
}
