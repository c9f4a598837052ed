package jp.shomei.query.fee;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.projections.fee.view.BillDocument;
import jp.shomei.projections.fee.view.BillTree;
import jp.shomei.projections.fee.view.FeeLedgerModel;
import jp.shomei.projections.fee.view.SubjectBlockDocument;
import org.jspecify.annotations.Nullable;

/**
 * The bills of a month in order of their institutions. They are read a few at a time, as they are wanted: what is held
 * does not grow with how many there are.
 */
final class MonthBills {

    private static final int BRANCHES_AT_ONCE = 16;
    private static final int BILLS_AT_ONCE = 200;

    private final FeeLedgerModel model;
    private final BillingMonth month;

    MonthBills(FeeLedgerModel model, BillingMonth month) {
        this.model = model;
        this.month = month;
    }

    /** The months that have bills, in order. */
    static List<BillingMonth> months(FeeLedgerModel model) {
        return longer(model, List.of(BillTree.MONTHS), null).stream()
                .map(BillingMonth::of)
                .toList();
    }

    /**
     * The IDs of bills.
     *
     * @param first the bill to begin with, if there is one of that ID; none to begin at the beginning
     * @param wanted where the bills stand that are wanted
     */
    Iterator<String> ids(@Nullable String first, Predicate<BillStatus> wanted) {
        Iterator<String> beginnings = List.of(month.toString()).iterator();
        for (int branch = 0; branch < BillTree.depth(); branch++) {
            beginnings = new InChunks<>(beginnings, BRANCHES_AT_ONCE, chunk -> longer(model, chunk, first));
        }
        return new InChunks<>(beginnings, BRANCHES_AT_ONCE, chunk -> bills(chunk, first, wanted));
    }

    /**
     * Bills.
     *
     * @param first the bill to begin with, if there is one of that ID; none to begin at the beginning
     */
    Iterator<BillDocument> from(@Nullable String first) {
        return new InChunks<>(ids(first, status -> true), BILLS_AT_ONCE, chunk -> read(model, chunk));
    }

    /** These bills, in this order; one that was listed a moment before its document is left out. */
    static List<BillDocument> read(FeeLedgerModel model, List<String> billIds) {
        Map<String, BillDocument> documents = new HashMap<>();
        model.documents()
                .find(Filters.in("_id", billIds))
                .forEach(document -> documents.put(document.billId(), document));
        return billIds.stream().map(documents::get).filter(Objects::nonNull).toList();
    }

    /** On which bill each charge is that has to do with a certificate or notice. */
    static Map<String, String> charges(FeeLedgerModel model, String subject) {
        SubjectBlockDocument block = model.subjects()
                .find(Filters.eq("_id", SubjectBlockDocument.block(subject)))
                .first();
        return block == null ? Map.of() : block.of(subject);
    }

    private static List<String> longer(FeeLedgerModel model, List<String> beginnings, @Nullable String first) {
        TreeSet<String> longer = new TreeSet<>();
        model.branches().find(Filters.in("_id", beginnings)).forEach(branch -> branch.longer().keySet().stream()
                .filter(beginning -> first == null || beginning.compareTo(beginningOf(first, beginning)) >= 0)
                .forEach(longer::add));
        return new ArrayList<>(longer);
    }

    private List<String> bills(List<String> leaves, @Nullable String first, Predicate<BillStatus> wanted) {
        TreeSet<String> bills = new TreeSet<>();
        model.leaves().find(Filters.in("_id", leaves)).forEach(leaf -> leaf.bills()
                .forEach((billId, status) -> {
                    if (wanted.test(status) && (first == null || billId.compareTo(first) >= 0)) {
                        bills.add(billId);
                    }
                }));
        return new ArrayList<>(bills);
    }

    private static String beginningOf(String billId, String asLongAs) {
        return billId.substring(0, Math.min(asLongAs.length(), billId.length()));
    }
}
