package jp.shomei.projections.fee.view;

import java.util.List;

/**
 * How the bills of a month are listed: as a tree over the beginnings of their IDs, such as {@code 2024-06},
 * {@code 2024-06-011}, {@code 2024-06-01102}. Each document is small and found by its {@code _id}, so that the bills of a
 * month are read in order, from any of them on, however many bills of other months there are; and a bill stays where it
 * is whatever happens to it, so that whoever reads on misses none and meets none twice.
 */
public final class BillTree {

    /** The {@code _id} of the branch of all months. */
    public static final String MONTHS = "months";

    /** Month; prefecture and score table; two digits more, which of an institution's seven name its district. */
    private static final List<Integer> LENGTHS = List.of(7, 11, 13);

    private BillTree() {}

    /** How many branches are between a month and a leaf, the month's one among them. */
    public static int depth() {
        return LENGTHS.size() - 1;
    }

    /** The {@code _id}s of a bill's branches, from the month's on, and of its leaf, which is the last. */
    public static List<String> path(String billId) {
        return LENGTHS.stream().map(length -> billId.substring(0, length)).toList();
    }

    /** The {@code _id} of a bill's leaf. */
    public static String leaf(String billId) {
        return path(billId).getLast();
    }
}
