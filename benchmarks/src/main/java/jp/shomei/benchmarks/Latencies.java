package jp.shomei.benchmarks;

import java.util.stream.LongStream;

/**
 * How long answers took.
 *
 * @param medianMillis half of them came within
 * @param p99Millis 99 of 100 came within
 */
record Latencies(double medianMillis, double p99Millis) {

    private static final double NANOS_OF_A_MILLISECOND = 1e6;

    static Latencies of(LongStream nanos) {
        long[] sorted = nanos.sorted().toArray();
        return new Latencies(at(0.5, sorted), at(0.99, sorted));
    }

    private static double at(double share, long[] sorted) {
        return sorted[(int) (share * (sorted.length - 1))] / NANOS_OF_A_MILLISECOND;
    }
}
