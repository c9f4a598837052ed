package jp.shomei.contracts.fee;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a list that cannot be recorded.
 *
 * @param faults in order; empty if all can
 */
public record ResultFaults(List<Fault> faults) {

    public ResultFaults {
        faults = List.copyOf(faults);
    }

    /**
     * A line.
     *
     * @param index its place, from 0
     * @param kind what is wrong with it
     * @param status where the bill stands; absent if there is none
     */
    public record Fault(int index, Kind kind, @Nullable BillStatus status) {}

    /** What can be wrong. */
    public enum Kind {
        /** The institution has no bill of this month. */
        NO_BILL,
        /** Where the bill stands, this cannot have happened. */
        DOES_NOT_FIT,
        /** The day is before the instruction or slip, or to come. */
        DAY_OUT_OF_RANGE,
        /** The slip need not have been paid yet. */
        NOT_YET_DUE,
        /** An earlier line speaks of the same. */
        TWICE
    }
}
