package jp.shomei.http.refusal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import jp.shomei.contracts.refusal.ErrorCode;

/** The bad lines of a file: every one is counted and remembered by its place, the first thousand faults are kept. */
public final class BadLines {
    private static final int KEPT = 1000;
    private final List<BadLine> kept = new ArrayList<>();
    private final BitSet rows = new BitSet();

    /** Adds a fault of the line at this place, from 0. */
    public void add(int row, BadLine fault) {
        rows.set(row);
        if (kept.size() < KEPT) {
            kept.add(fault);
        }
    }

    /** Whether the line at this place is bad. */
    public boolean has(int row) {
        return rows.get(row);
    }

    /** How many lines are bad. */
    public long count() {
        return rows.cardinality();
    }

    /** The first faults, in the order of the file. */
    public List<BadLine> lines() {
        return List.copyOf(kept);
    }

    /** Refuses the file if any line is bad. */
    public void refuseIfAny(ErrorCode code) {
        if (!rows.isEmpty()) {
            throw new BadFile(code, kept, count());
        }
    }
}
