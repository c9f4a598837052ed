package jp.shomei.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** How often something can be done in a second. */
final class Rate {

    private static final long DEADLINE_MINUTES = 30;

    private Rate() {}

    /** One piece of work of a thread. */
    @FunctionalInterface
    interface Work {

        /**
         * Does it.
         *
         * @param thread number of the thread, from 0
         */
        void once(int thread) throws Exception;
    }

    /** By so many threads, for so long. */
    static double during(Duration span, int threads, Work work) throws Exception {
        long end = System.nanoTime() + span.toNanos();
        return of(threads, thread -> {
            int done = 0;
            while (System.nanoTime() < end) {
                work.once(thread);
                done++;
            }
            return done;
        });
    }

    /** By so many threads, so often each. */
    static double times(int each, int threads, Work work) throws Exception {
        return of(threads, thread -> {
            for (int done = 0; done < each; done++) {
                work.once(thread);
            }
            return each;
        });
    }

    @FunctionalInterface
    private interface Share {
        int done(int thread) throws Exception;
    }

    private static double of(int threads, Share share) throws InterruptedException, ExecutionException {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            long begin = System.nanoTime();
            List<Future<Integer>> shares = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                shares.add(pool.submit(() -> share.done(number)));
            }
            long done = 0;
            for (Future<Integer> one : shares) {
                done += one.get();
            }
            pool.shutdown();
            pool.awaitTermination(DEADLINE_MINUTES, TimeUnit.MINUTES);
            return done * 1e9 / (System.nanoTime() - begin);
        }
    }
}
