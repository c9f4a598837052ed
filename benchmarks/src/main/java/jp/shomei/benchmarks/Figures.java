package jp.shomei.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** What was measured in each round. */
record Figures(double... values) {

    double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Round by round what the one is to the other. */
    Figures dividedBy(Figures others) {
        double[] ratios = new double[values.length];
        Arrays.setAll(ratios, round -> values[round] / others.values[round]);
        return new Figures(ratios);
    }

    /** The median, and the least and the most in brackets. */
    String text() {
        double[] sorted = sorted();
        return sorted.length == 1
                ? text(sorted[0])
                : text(median()) + " (" + text(sorted[0]) + "–" + text(sorted[sorted.length - 1]) + ")";
    }

    private double[] sorted() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
