package jp.shomei.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import jp.shomei.benchmarks.Comparison.Target;
import jp.shomei.contracts.certificate.RequestId;
import org.bson.Document;

/** Looking up a certificate over HTTP while commands go on, in a country of certificates. */
final class LookUpBenchmark implements Benchmark {

    private static final int CONNECTIONS = 2;
    private static final int PATHS = 10_000;
    private static final int COMMANDS_A_SECOND = 200;
    private static final double P99 = 0.99;
    private static final LocalDate DAY = LocalDate.of(2021, 3, 10);

    @Override
    public String name() {
        return "look-up";
    }

    @Override
    public List<String> tools() {
        return List.of("wrk");
    }

    @Override
    public void run(Scale scale, Table table) throws Exception {
        try (Program program = Program.start(
                scale.lives().data(),
                List.of(Bare.Setting.class),
                "--shomei.key-pool=0",
                "--shomei.clock=2021-03-11T12:00:00+09:00")) {
            ReadModelProgress.await(program);
            List<String> requestIds = new Random(1)
                    .ints(PATHS, 1, scale.certificates() + 1)
                    .mapToObj(number -> RequestId.of(DAY, number))
                    .toList();
            List<String> paths =
                    requestIds.stream().map("/api/v1/certificates/"::concat).toList();
            String token = program.token("officer");
            try (SteadyCommands commands = SteadyCommands.start(program, COMMANDS_A_SECOND)) {
                for (double share : new double[] {0.5, P99}) {
                    new Comparison(
                                    "look-up over HTTP at %,d certificates and %d commands/s, %s"
                                            .formatted(scale.certificates(), COMMANDS_A_SECOND, name(share)),
                                    "the driver's find by key, the same",
                                    "ms",
                                    share == P99 ? Target.atMost(3) : null)
                            .measure(
                                    scale,
                                    table,
                                    () -> overHttp(scale, program, paths, token, share),
                                    () -> bare(scale, program, requestIds, share));
                }
                table.add("commands meanwhile", new Figures(commands.rate()), "1/s");
            }
        }
    }

    private static String name(double share) {
        return share == P99 ? "p99" : "median";
    }

    private static double overHttp(Scale scale, Program program, List<String> paths, String token, double share)
            throws Exception {
        Wrk seen = Wrk.get(scale.scratch(), program.address(), paths, token, CONNECTIONS, scale.span());
        return share == P99 ? seen.p99Millis() : seen.medianMillis();
    }

    private static double bare(Scale scale, Program program, List<String> requestIds, double share) throws Exception {
        MongoCollection<Document> certificates = documents(program.bean(MongoDatabase.class));
        long[][] nanos = new long[CONNECTIONS][];
        Rate.times(1, CONNECTIONS, thread -> nanos[thread] = finds(certificates, requestIds, thread, scale));
        long[] all = Arrays.stream(nanos).flatMapToLong(Arrays::stream).sorted().toArray();
        return all[(int) (share * (all.length - 1))] / 1e6;
    }

    private static long[] finds(
            MongoCollection<Document> certificates, List<String> requestIds, int thread, Scale scale) {
        long end = System.nanoTime() + scale.span().toNanos();
        return IntStream.iterate(thread, next -> next + CONNECTIONS)
                .takeWhile(next -> System.nanoTime() < end)
                .mapToLong(next -> {
                    long begin = System.nanoTime();
                    if (certificates
                                    .find(Filters.eq("_id", requestIds.get(next % requestIds.size())))
                                    .first()
                            == null) {
                        throw new IllegalStateException("not found");
                    }
                    return System.nanoTime() - begin;
                })
                .toArray();
    }

    private static MongoCollection<Document> documents(MongoDatabase database) {
        for (String name : database.listCollectionNames()) {
            if (name.startsWith("certificate-status.") && name.endsWith(".documents")) {
                return database.getCollection(name);
            }
        }
        throw new IllegalStateException("no certificates");
    }
}
