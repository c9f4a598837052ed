package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two command nodes and two query nodes under load, of which one after another is killed, and whose servers go away and
 * come back: nothing acknowledged is lost or doubled, readiness tells the truth, everything catches up. Needs an Axon Server
 * ({@link OutsideAxonServer}) and a PostgreSQL database ({@link OutsidePostgres}); {@code .ci/test-distributed} runs it.
 * {@code -Dshomei.away.seconds=N} for how long servers are away.
 */
@EnabledIfEnvironmentVariable(named = "AXONSERVER_COMMAND", matches = ".+")
@EnabledIfEnvironmentVariable(named = "POSTGRES_URL", matches = ".+")
class DistributedFaultsIT {

    private static final long AWAY_SECONDS = Long.getLong("shomei.away.seconds", 60);
    private static final int MORE = 10;
    private static final List<String> COMMAND_NODES = List.of(Cluster.COMMAND_1, Cluster.COMMAND_2);
    private static final List<String> QUERY_NODES = List.of(Cluster.QUERY_1, Cluster.QUERY_2);
    private static final List<String> CLINICS =
            IntStream.rangeClosed(1, 20).mapToObj(Clinic::codeOf).toList();

    @TempDir
    Path scratch;

    @Test
    void nothingAcknowledgedIsLostWhoeverGoesAway() throws Exception {
        OutsideAxonServer axonServer = OutsideAxonServer.named().orElseThrow();
        try (Cluster cluster = new Cluster(scratch, axonServer, OutsidePostgres.empty())) {
            cluster.start();
            CLINICS.forEach(clinic -> Clinic.register(cluster.node(Cluster.QUERY_2), clinic));
            Map<String, String> acknowledged;
            try (Load load = new Load(cluster, CLINICS)) {
                load.awaitMore(MORE);
                killed(Cluster.QUERY_1, cluster, load);
                killed(Cluster.COMMAND_1, cluster, load);
                axonServerAway(cluster, load);
                readModelsAway(cluster, load);
                if (cluster.durableStore().canGoAway()) {
                    durableStoreAway(cluster, load);
                }
                load.close();
                assertThat(load.surprises).as(cluster::output).isEmpty();
                acknowledged = load.acknowledged;
                tell("%d acknowledged, %d times refused for now"
                        .formatted(acknowledged.size(), load.refusedForNow.get()));
            }
            Acknowledged.requireAllThereOnce(cluster, acknowledged);
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
        back(cluster, load, "Axon Server");
    }

    private static void readModelsAway(Cluster cluster, Load load) {
        String server = cluster.readModels().name();
        long begin = System.nanoTime();
        cluster.readModels().goAway();
        QUERY_NODES.forEach(node -> awaitReadiness(cluster.node(node), 503));
        COMMAND_NODES.forEach(node -> awaitReadiness(cluster.node(node), 200));
        tell("Read models (%s) stopped: no query node ready after %d s".formatted(server, seconds(begin)));
        away(begin);
        COMMAND_NODES.forEach(node -> awaitReadiness(cluster.node(node), 200));
        cluster.readModels().comeBack();
        back(cluster, load, "Read models");
    }

    private static void durableStoreAway(Cluster cluster, Load load) {
        String known = load.acknowledged.keySet().iterator().next();
        long begin = System.nanoTime();
        cluster.durableStore().stop();
        COMMAND_NODES.forEach(node -> awaitReadiness(cluster.node(node), 503));
        tell("PostgreSQL stopped: no command node ready after %d s".formatted(seconds(begin)));
        away(begin);
        for (String node : QUERY_NODES) {
            awaitReadiness(cluster.node(node), 200);
            cluster.node(node).get("officer", "/api/v1/certificates/" + known).expect(200);
        }
        cluster.durableStore().start();
        back(cluster, load, "PostgreSQL");
    }

    private static void back(Cluster cluster, Load load, String server) {
        long back = System.nanoTime();
        cluster.nodes().forEach(node -> awaitReadiness(node, 200));
        tell("%s back: every node ready after %d s".formatted(server, seconds(back)));
        load.awaitMore(MORE);
        tell("%s back: %d more acknowledged after %d s".formatted(server, MORE, seconds(back)));
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
