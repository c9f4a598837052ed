package jp.shomei.http.institution;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.refusal.BadFile;
import jp.shomei.http.refusal.BadLine;

/** The bad lines of a file: every one is counted and remembered by its place, the first thousand faults are kept. */
final class BadLines {
    private static final int KEPT = 1000;
    private final List<BadLine> kept = new ArrayList<>();
    private final BitSet rows = new BitSet();

    void add(RegistrationRows.Row row, BadLine fault) {
        rows.set(row.index());
        if (kept.size() < KEPT) {
            kept.add(fault);
        }
    }

    boolean has(RegistrationRows.Row row) {
        return rows.get(row.index());
    }

    /** How many lines are bad. */
    long count() {
        return rows.cardinality();
    }

    /** The first faults, in the order of the file. */
    List<BadLine> lines() {
        return List.copyOf(kept);
    }

    /** Refuses the file if any line is bad. */
    void refuseIfAny() {
        if (!rows.isEmpty()) {
            throw new BadFile(ErrorCode.IMPORT_HAS_BAD_LINES, kept, count());
        }
    }
}
