package jp.shomei.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * What is compared with what.
 *
 * @param what the program's work
 * @param against what it stands on
 * @param unit of both figures
 * @param target what the ratio of the two should be; none if there is nothing to reach
 */
record Comparison(
        String what, String against, String unit, @Nullable Target target) {

    /**
     * What a ratio should be.
     *
     * @param bound the bound
     * @param atMost whether it should be at most so much, as times should; at least so much, as rates should, if not
     */
    record Target(double bound, boolean atMost) {

        static Target atLeast(double bound) {
            return new Target(bound, false);
        }

        static Target atMost(double bound) {
            return new Target(bound, true);
        }

        boolean isMetBy(double ratio) {
            return atMost ? ratio <= bound : ratio >= bound;
        }

        @Override
        public String toString() {
            return (atMost ? "≤ " : "≥ ") + bound;
        }
    }

    /** Takes a figure. */
    @FunctionalInterface
    interface Measure extends Rounds.Look<Double> {}

    /** Takes both figures in turn, once all is warm. */
    void measure(Scale scale, Table table, Measure ours, Measure theirs) throws Exception {
        Rounds.take(scale, ours, theirs).addTo(table, this, Double::doubleValue);
    }
}
