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

    /** So many spans long. */
    private static final int WARM_UP = 3;

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
    interface Measure {
        double take() throws Exception;
    }

    /** Takes both figures in turn; before that, without counting them, until the compiler has seen enough. */
    void measure(Scale scale, Table table, Measure ours, Measure theirs) throws Exception {
        long warm = System.nanoTime() + WARM_UP * scale.span().toNanos();
        do {
            ours.take();
            theirs.take();
        } while (System.nanoTime() < warm);
        double[] our = new double[scale.rounds()];
        double[] their = new double[scale.rounds()];
        for (int round = 0; round < scale.rounds(); round++) {
            our[round] = ours.take();
            their[round] = theirs.take();
        }
        table.add(this, new Figures(our), new Figures(their));
    }
}
