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
import org.jspecify.annotations.Nullable;

/** Looking up a certificate over HTTP while commands go on, in a country of certificates. */
final class LookUpBenchmark implements Benchmark {

    private static final int CONNECTIONS = 2;
    private static final int PATHS = 10_000;
    private static final int COMMANDS_A_SECOND = 200;
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
                Rounds<Latencies> rounds = Rounds.take(
                        scale,
                        () -> Wrk.get(scale.scratch(), program.address(), paths, token, CONNECTIONS, scale.span())
                                .latencies(),
                        () -> bare(scale, program, requestIds));
                rounds.addTo(table, comparison(scale, "median", null), Latencies::medianMillis);
                rounds.addTo(table, comparison(scale, "p99", Target.atMost(3)), Latencies::p99Millis);
                table.add("commands meanwhile", new Figures(commands.rate()), "1/s");
            }
        }
    }

    private static Comparison comparison(Scale scale, String share, @Nullable Target target) {
        return new Comparison(
                "look-up over HTTP at %,d certificates and %d commands/s, %s"
                        .formatted(scale.certificates(), COMMANDS_A_SECOND, share),
                "the driver's find by key, the same",
                "ms",
                target);
    }

    private static Latencies bare(Scale scale, Program program, List<String> requestIds) throws Exception {
        MongoCollection<Document> certificates = documents(program.bean(MongoDatabase.class));
        long[][] nanos = new long[CONNECTIONS][];
        Rate.times(1, CONNECTIONS, thread -> nanos[thread] = finds(certificates, requestIds, thread, scale));
        return Latencies.of(Arrays.stream(nanos).flatMapToLong(Arrays::stream));
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
