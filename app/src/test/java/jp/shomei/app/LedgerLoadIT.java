package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A ledger of very many lines as CSV, from a process of 512 MB: every line comes, in order, whether the reader is fast or
 * slow. {@code -Dshomei.lines=1000000} for the long form.
 */
class LedgerLoadIT {

    private static final int LINES = Integer.getInteger("shomei.lines", 20_000);
    private static final int LINES_OF_A_BILL = 4;
    private static final Duration LONGEST = Duration.ofMinutes(40);

    @TempDir
    Path scratch;

    @Test
    void streamsAsManyLinesAsThereAre() throws Exception {
        SeededHistory.writeBills(scratch.resolve("data"), LINES / LINES_OF_A_BILL, LINES_OF_A_BILL);
        try (RunningShomei shomei =
                RunningShomei.start(scratch.resolve("data"), "--shomei.clock=2021-03-10T12:00:00+09:00")) {
            awaitReadModel(shomei);
            long begin = System.nanoTime();
            assertThat(lines(shomei)).isEqualTo(LINES);
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            System.out.printf(
                    "%d lines in %d ms, %d lines/s; most memory %s.%n",
                    LINES,
                    taken.toMillis(),
                    LINES * 1000L / Math.max(1, taken.toMillis()),
                    Files.readAllLines(Path.of("/proc/" + shomei.pid() + "/status")).stream()
                            .filter(line -> line.startsWith("VmHWM"))
                            .findFirst()
                            .orElse("unknown"));
        }
    }

    /** Reads line by line, in order of the institutions; rests once so long that nothing can be waiting in buffers. */
    private static int lines(RunningShomei shomei) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(shomei.address() + "/api/v1/ledgers/2021-05"))
                .header("Authorization", "Bearer " + shomei.token("billing"))
                .header("Accept", "text/csv")
                .build();
        try (HttpClient http = HttpClient.newHttpClient();
                BufferedReader file = new BufferedReader(new InputStreamReader(
                        http.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
            assertThat(file.readLine()).startsWith("\"billingMonth\",\"institution\"");
            int lines = 0;
            String before = "";
            for (String line = file.readLine(); line != null; line = file.readLine()) {
                assertThat(line).isGreaterThanOrEqualTo(before);
                before = line.substring(0, "\"2021-05\",\"0110000001\"".length());
                lines++;
                if (lines == LINES / 2) {
                    LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
                }
            }
            return lines;
        }
    }

    private static void awaitReadModel(RunningShomei shomei) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!hasSeenAll(shomei)) {
            assertThat(System.nanoTime()).as("within " + LONGEST).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static boolean hasSeenAll(RunningShomei shomei) {
        JsonNode models =
                shomei.get("operator", "/api/v1/projections").expect(200).json();
        return models.get("items")
                .valueStream()
                .filter(model -> model.get("name").asString().equals("fee-ledger"))
                .anyMatch(model ->
                        model.path("position").asLong(-1) >= model.path("head").asLong(0));
    }
}
