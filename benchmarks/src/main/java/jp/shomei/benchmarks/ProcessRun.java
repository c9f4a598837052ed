package jp.shomei.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as ./run starts it, in a process of its own. */
final class ProcessRun implements AutoCloseable {

    private static final Path JAR = Path.of("..", "app", "target", "shomei.jar");
    private static final long PAUSE_NANOS = 10_000_000;
    private static final Duration LONGEST = Duration.ofHours(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    private final Process process;
    private final String address;
    private final double secondsToReady;

    private ProcessRun(Path data, Process process, int port, long begin) throws Exception {
        this.data = data;
        this.process = process;
        this.address = "http://127.0.0.1:" + port;
        await(() -> isReady());
        this.secondsToReady = (System.nanoTime() - begin) / 1e9;
    }

    static ProcessRun start(Path data) throws Exception {
        int port = Listening.free();
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-jar",
                        JAR.toString(),
                        "--server.port=" + port,
                        "--shomei.data=" + data,
                        "--shomei.key-pool=0",
                        "--shomei.clock=2021-03-10T12:00:00+09:00")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new ProcessRun(data, process, port, begin);
    }

    double secondsToReady() {
        return secondsToReady;
    }

    /** What the operating system says it keeps in memory. */
    double residentBytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Double.parseDouble(line.replaceAll("\\D", "")) * 1024;
            }
        }
        throw new IOException("the process is gone");
    }

    /** Waits until all read models have taken in every event. */
    void awaitReadModels() throws Exception {
        await(() -> {
            JsonNode models = JsonMapper.shared()
                    .readTree(get("/api/v1/projections", true).body());
            return models.get("items")
                    .valueStream()
                    .allMatch(model -> model.path("position").asLong(-1)
                            >= model.path("head").asLong(0));
        });
    }

    private boolean isReady() throws Exception {
        try {
            return get("/actuator/health/readiness", false).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpResponse<String> get(String path, boolean asOperator) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        if (asOperator) {
            String token = JsonMapper.shared()
                    .readTree(Files.readAllBytes(data.resolve("tokens.json")))
                    .get("operator")
                    .asString();
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private void await(Condition condition) throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.holds()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the program does not get there");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        http.close();
    }
}
