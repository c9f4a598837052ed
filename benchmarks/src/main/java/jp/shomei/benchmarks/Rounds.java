package jp.shomei.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What was seen of the program's work and of what it stands on, in each round.
 *
 * @param ours of the program's work
 * @param theirs of what it stands on
 */
record Rounds<T>(List<T> ours, List<T> theirs) {

    /** So many spans long. */
    private static final int WARM_UP = 3;

    /** Looks at something. */
    @FunctionalInterface
    interface Look<T> {
        T take() throws Exception;
    }

    /** Looks at both in turn; before that, without counting it, until the compiler has seen enough. */
    static <T> Rounds<T> take(Scale scale, Look<T> ours, Look<T> theirs) throws Exception {
        long warm = System.nanoTime() + WARM_UP * scale.span().toNanos();
        do {
            ours.take();
            theirs.take();
        } while (System.nanoTime() < warm);
        Rounds<T> rounds = new Rounds<>(new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < scale.rounds(); round++) {
            rounds.ours.add(ours.take());
            rounds.theirs.add(theirs.take());
        }
        return rounds;
    }

    /** Adds what they tell of one thing. */
    void addTo(Table table, Comparison compared, ToDoubleFunction<T> figure) {
        table.add(compared, figures(ours, figure), figures(theirs, figure));
    }

    private static <T> Figures figures(List<T> seen, ToDoubleFunction<T> figure) {
        return new Figures(seen.stream().mapToDouble(figure).toArray());
    }
}
