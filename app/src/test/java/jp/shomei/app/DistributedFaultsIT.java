package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two command nodes and two query nodes under load, of which one after another is killed, and whose servers go away and
 * come back: nothing acknowledged is lost or doubled, readiness tells the truth, everything catches up. Needs an Axon Server
 * ({@link OutsideAxonServer}) and {@code POSTGRES_URL}, the JDBC URL of an empty database. {@code -Dshomei.away.seconds=N}
 * for how long servers are away.
 */
@EnabledIfEnvironmentVariable(named = "AXONSERVER_COMMAND", matches = ".+")
@EnabledIfEnvironmentVariable(named = "POSTGRES_URL", matches = ".+")
class DistributedFaultsIT {

    private static final long AWAY_SECONDS = Long.getLong("shomei.away.seconds", 60);
    private static final int MORE = 10;
    private static final List<String> CLINICS =
            IntStream.rangeClosed(1, 20).mapToObj(Clinic::codeOf).toList();

    @TempDir
    Path scratch;

    @Test
    void nothingAcknowledgedIsLostWhoeverGoesAway() throws Exception {
        OutsideAxonServer axonServer = OutsideAxonServer.named().orElseThrow();
        try (Cluster cluster = new Cluster(scratch, axonServer, System.getenv("POSTGRES_URL"))) {
            cluster.start();
            CLINICS.forEach(clinic -> Clinic.register(cluster.node(Cluster.QUERY_2), clinic));
            Map<String, String> acknowledged;
            try (Load load = new Load(cluster, CLINICS)) {
                load.awaitMore(MORE);
                killed(Cluster.QUERY_1, cluster, load);
                killed(Cluster.COMMAND_1, cluster, load);
                axonServerAway(cluster, load);
                readModelsAway(cluster, load);
                load.close();
                assertThat(load.surprises).isEmpty();
                acknowledged = load.acknowledged;
                tell("%d acknowledged, %d times refused for now"
                        .formatted(acknowledged.size(), load.refusedForNow.get()));
            }
            check(cluster, acknowledged);
            axonServer.stop();
        }
    }

    private static void killed(String node, Cluster cluster, Load load) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        cluster.kill(node);
        load.awaitMore(MORE);
        cluster.nodes().forEach(other -> awaitReadiness(other, 200));
        tell("%s killed: %d more acknowledged after %d s".formatted(node, MORE, seconds(begin)));
        cluster.start(node);
        load.awaitMore(MORE);
    }

    private static void axonServerAway(Cluster cluster, Load load) {
        long begin = System.nanoTime();
        cluster.axonServer().stop();
        cluster.nodes().forEach(node -> awaitReadiness(node, 503));
        tell("Axon Server stopped: no node ready after %d s".formatted(seconds(begin)));
        away(begin);
        cluster.axonServer().start();
        long back = System.nanoTime();
        cluster.nodes().forEach(node -> awaitReadiness(node, 200));
        load.awaitMore(MORE);
        tell("Axon Server started: every node ready, %d more acknowledged after %d s".formatted(MORE, seconds(back)));
    }

    private static void readModelsAway(Cluster cluster, Load load) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        cluster.stopReadModels();
        for (String node : List.of(Cluster.QUERY_1, Cluster.QUERY_2)) {
            awaitReadiness(cluster.node(node), 503);
        }
        for (String node : List.of(Cluster.COMMAND_1, Cluster.COMMAND_2)) {
            awaitReadiness(cluster.node(node), 200);
        }
        tell("Read models stopped: no query node ready after %d s".formatted(seconds(begin)));
        away(begin);
        cluster.startReadModels();
        long back = System.nanoTime();
        cluster.nodes().forEach(node -> awaitReadiness(node, 200));
        load.awaitMore(MORE);
        tell("Read models started: every node ready, %d more acknowledged after %d s".formatted(MORE, seconds(back)));
    }

    private static void check(Cluster cluster, Map<String, String> acknowledged) {
        RunningShomei node = cluster.node(Cluster.QUERY_1);
        acknowledged.forEach((requestId, done) -> {
            String status = done.equals("APPLIED") ? "(WAITING_APPROVAL|ISSUED)" : "ISSUED";
            Await.value(
                    () -> node.get("officer", "/api/v1/certificates/" + requestId)
                                    .text()
                                    .matches("(?s).*\"status\" ?: ?\"" + status + "\".*")
                            ? true
                            : null,
                    () -> requestId + " is not " + status + ": "
                            + node.get("officer", "/api/v1/certificates/" + requestId)
                                    .text());
            List<String> history = RecordedHistory.of(node, requestId).types();
            assertThat(history).as(requestId).containsOnlyOnce("CertificateApplied");
            if (!done.equals("APPLIED")) {
                assertThat(history).as(requestId).containsOnlyOnce("CertificateIssued");
                Await.until(() -> boxes(cluster, requestId) > 0);
                assertThat(boxes(cluster, requestId))
                        .as("notices of " + requestId)
                        .isEqualTo(1);
            }
            if (done.equals("DOWNLOADED")) {
                assertThat(history)
                        .as(requestId)
                        .containsOnlyOnce("CertificateSigned")
                        .contains("CertificateDownloaded");
            }
        });
        cluster.nodes()
                .forEach(one -> Await.value(
                        () -> caughtUp(one) ? true : null,
                        () -> one.get("operator", "/api/v1/projections").text() + cluster.output()));
    }

    private static long boxes(Cluster cluster, String requestId) {
        List<String> boxes = new ArrayList<>();
        String cursor = "";
        RunningShomei node = cluster.node(Cluster.QUERY_2);
        JsonNode detail =
                node.get("officer", "/api/v1/certificates/" + requestId).json();
        String dispatchOn = detail.path("notice").path("dispatchOn").asString("");
        if (dispatchOn.isEmpty()) {
            return 0;
        }
        do {
            JsonNode page = node.get("mailroom", "/api/v1/notices?dispatchOn=" + dispatchOn + "&limit=200" + cursor)
                    .expect(200)
                    .json();
            page.get("items").forEach(notice -> boxes.addAll(notice.get("boxes").findValuesAsString("requestId")));
            cursor =
                    page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").asString() : "";
        } while (!cursor.isEmpty());
        return boxes.stream().filter(requestId::equals).count();
    }

    private static boolean caughtUp(RunningShomei node) {
        return node.get("operator", "/api/v1/projections")
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .allMatch(view -> view.path("deadLetters").asInt() == 0
                        && view.path("position").asLong() == view.path("head").asLong());
    }

    private static void awaitReadiness(RunningShomei node, int status) {
        Await.value(
                () -> node.get(null, "/actuator/health/readiness").status() == status ? true : null,
                () -> "readiness is not " + status + ": " + node.output());
    }

    /** A server that is away for a time is what is tested here. */
    private static void away(long since) {
        long left = since + Duration.ofSeconds(AWAY_SECONDS).toNanos() - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = since + Duration.ofSeconds(AWAY_SECONDS).toNanos() - System.nanoTime();
        }
    }

    private static long seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toSeconds();
    }

    private static void tell(String what) {
        System.out.println(what);
    }
}
