package jp.shomei.benchmarks;

import com.mongodb.client.MongoDatabase;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.shomei.app.SeededHistory;
import jp.shomei.benchmarks.Comparison.Target;
import org.bson.RawBsonDocument;

/** The ledger of a month as CSV, a line for each certificate. */
final class LedgerBenchmark implements Benchmark {

    private static final int LINES_OF_A_BILL = 4;
    /** The embedded server would answer with all of them at once, which the driver refuses from 48 MB on. */
    private static final int BILLS_OF_A_BATCH = 1000;

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public void run(Scale scale, Table table) throws Exception {
        int bills = scale.certificates() / LINES_OF_A_BILL;
        SeededHistory.writeBills(scale.scratch().resolve("data"), bills, LINES_OF_A_BILL);
        try (Program program = Program.start(
                scale.scratch().resolve("data"),
                List.of(),
                "--shomei.key-pool=0",
                "--shomei.clock=2021-03-10T12:00:00+09:00")) {
            ReadModelProgress.await(program);
            new Comparison(
                            "ledger of %,d lines as CSV over HTTP".formatted(bills * LINES_OF_A_BILL),
                            "a bare cursor over the same bills",
                            "lines/s",
                            Target.atLeast(0.5))
                    .measure(scale, table, () -> overHttp(program, bills), () -> bare(program, bills));
        }
    }

    private static double overHttp(Program program, int bills) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(program.address() + "/api/v1/ledgers/2021-05"))
                .header("Authorization", "Bearer " + program.token("billing"))
                .header("Accept", "text/csv")
                .build();
        long begin = System.nanoTime();
        try (HttpClient http = HttpClient.newHttpClient();
                BufferedReader file = new BufferedReader(new InputStreamReader(
                        http.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
            long lines = file.lines().count() - 1;
            requireAll(lines, bills * LINES_OF_A_BILL);
            return lines * 1e9 / (System.nanoTime() - begin);
        }
    }

    private static double bare(Program program, int bills) {
        MongoDatabase database = program.bean(MongoDatabase.class);
        String collection = database.listCollectionNames().into(new java.util.ArrayList<>()).stream()
                .filter(name -> name.startsWith("fee-ledger.") && name.endsWith(".documents"))
                .findFirst()
                .orElseThrow();
        long begin = System.nanoTime();
        long found = 0;
        for (RawBsonDocument bill :
                database.getCollection(collection, RawBsonDocument.class).find().batchSize(BILLS_OF_A_BATCH)) {
            found += bill.isEmpty() ? 0 : 1;
        }
        requireAll(found, bills);
        return found * LINES_OF_A_BILL * 1e9 / (System.nanoTime() - begin);
    }

    private static void requireAll(long found, long wanted) {
        if (found != wanted) {
            throw new IllegalStateException(found + " of " + wanted);
        }
    }
}
