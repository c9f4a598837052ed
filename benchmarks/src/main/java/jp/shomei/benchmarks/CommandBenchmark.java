package jp.shomei.benchmarks;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jp.shomei.benchmarks.Comparison.Target;
import jp.shomei.contracts.certificate.ApproveApplication;
import jp.shomei.contracts.message.Recorded;

/** How many commands a second, while read models and reactions follow. */
final class CommandBenchmark implements Benchmark {

    private static final int THREADS = 4;
    private static final double COMMANDS_OF_A_PAIR = 2;

    private final AtomicInteger clinics = new AtomicInteger();

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public void run(Scale scale, Table table) throws Exception {
        try (Program program =
                Program.start(scale.scratch().resolve("data"), List.of(Bare.Setting.class), "--shomei.key-pool=0")) {
            new Comparison(
                            "apply + approve, commands, " + THREADS + " threads",
                            "an aggregate of one event, same store",
                            "1/s",
                            Target.atLeast(0.6))
                    .measure(scale, table, () -> pairs(program, scale), () -> bare(program, scale));
        }
    }

    /** Each thread for a clinic of its own, so that no clinic has thousands of certificates. */
    private double pairs(Program program, Scale scale) throws Exception {
        Clinics sender = new Clinics(program);
        String[] codes = new String[THREADS];
        for (int thread = 0; thread < THREADS; thread++) {
            codes[thread] = sender.register(clinics.incrementAndGet());
        }
        return COMMANDS_OF_A_PAIR
                * Rate.during(scale.span(), THREADS, thread -> {
                    String requestId = sender.apply(codes[thread], false);
                    program.send(new ApproveApplication(requestId, null), Recorded.class);
                });
    }

    private static double bare(Program program, Scale scale) throws Exception {
        return Rate.during(scale.span(), THREADS, thread -> {
            program.send(new Bare.Do(UUID.randomUUID().toString()), String.class);
        });
    }
}
