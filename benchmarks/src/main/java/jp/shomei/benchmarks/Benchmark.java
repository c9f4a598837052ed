package jp.shomei.benchmarks;

import java.util.List;

/** A figure of the program's beside a figure of what it stands on, taken in turn, in the same run. */
interface Benchmark {

    /** By which it is asked for, such as {@code commands}. */
    String name();

    /** Other people's programs without which it cannot be measured. */
    default List<String> tools() {
        return List.of();
    }

    /**
     * Measures.
     *
     * @param scale how much, and how often
     * @param table where the result goes, a line for each comparison
     * @throws Exception if it cannot be measured here; the other benchmarks go on
     */
    void run(Scale scale, Table table) throws Exception;
}
