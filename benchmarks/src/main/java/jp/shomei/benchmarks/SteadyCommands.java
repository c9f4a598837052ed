package jp.shomei.benchmarks;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Applications as they come in all day, so many a second. Closing it fails if one of them was refused. */
final class SteadyCommands implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int OF_A_CLINIC = 500;
    private static final int FIRST_CLINIC = 900_000;

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(THREADS);
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final long begin = System.nanoTime();
    private final Clinics clinics;
    private final AtomicReference<Exception> refusal = new AtomicReference<>();
    private volatile String code = "";

    private SteadyCommands(Program program) {
        this.clinics = new Clinics(program);
    }

    static SteadyCommands start(Program program, int perSecond) throws Exception {
        SteadyCommands commands = new SteadyCommands(program);
        commands.code = commands.clinics.register(FIRST_CLINIC);
        long period = TimeUnit.SECONDS.toNanos(1) / perSecond;
        for (int thread = 0; thread < THREADS; thread++) {
            // no thread waits for another's answer
            commands.timer.scheduleAtFixedRate(
                    commands::apply, thread * period, THREADS * period, TimeUnit.NANOSECONDS);
        }
        return commands;
    }

    /** How many a second were answered so far. */
    double rate() {
        return answered.get() * 1e9 / (System.nanoTime() - begin);
    }

    private void apply() {
        try {
            int number = sent.incrementAndGet();
            if (number % OF_A_CLINIC == 0) {
                code = clinics.register(FIRST_CLINIC + number / OF_A_CLINIC);
            }
            clinics.apply(code, false);
            answered.incrementAndGet();
        } catch (Exception refused) {
            refusal.compareAndSet(null, refused);
        }
    }

    @Override
    public void close() throws Exception {
        timer.shutdown();
        timer.awaitTermination(1, TimeUnit.MINUTES);
        if (refusal.get() != null) {
            throw refusal.get();
        }
    }
}
