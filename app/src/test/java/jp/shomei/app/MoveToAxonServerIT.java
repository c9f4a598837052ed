package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jp.shomei.contracts.time.JapanTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the embedded system to several nodes, with the packaged program: events into an Axon Server ({@link
 * OutsideAxonServer}), everything else into PostgreSQL ({@link OutsidePostgres}).
 */
@EnabledIfEnvironmentVariable(named = "AXONSERVER_COMMAND", matches = ".+")
@EnabledIfEnvironmentVariable(named = "POSTGRES_URL", matches = ".+")
class MoveToAxonServerIT {

    private static final long SEED = Long.getLong("shomei.seed", System.nanoTime());
    private static final int CERTIFICATES = Integer.getInteger("shomei.moved", 4_000);
    private static final int KILLS = 3;
    private static final String EMBEDDED = "--axon.axonserver.enabled=false";

    @TempDir
    Path scratch;

    private OutsideAxonServer axonServer;
    private OutsidePostgres postgres;

    @BeforeEach
    void emptyHouse() throws Exception {
        axonServer = OutsideAxonServer.named().orElseThrow();
        axonServer.fresh();
        postgres = OutsidePostgres.empty();
    }

    @Test
    void oneHouseGoesOnAsTwoNodesAndNothingHappensTwice() throws Exception {
        LivedInHouse house;
        try (RunningShomei shomei = RunningShomei.start(scratch.resolve("data"), EMBEDDED)) {
            house = new LivedInHouse(shomei, JapanTime.today(Clock.systemUTC()));
        }
        OfflineProgram.run(scratch, "export", "house.gz", "--shomei.data=data");
        copy("authority", "secrets", "tokens.json");

        OfflineProgram killed = importing();
        Await.until(() -> postgres.has("being_moved_in"));
        assertThat(killed.killAfter(0)).isTrue();
        assertThatThrownBy(this::commandNode).hasMessageContaining("An import into this system's store was broken off");
        OfflineProgram again = importing();
        assertThat(again.awaitEnd()).as(again.said()).isZero();
        assertThat(again.said()).contains("Imported into ");

        try (RunningShomei command = commandNode();
                RunningShomei query = RunningShomei.start(scratch.resolve("query"), "--shomei.role=query")) {
            house.requireNothingLostOrTwice(query);
            assertThat(command.get("operator", "/api/v1/dead-letters")
                            .expect(200)
                            .json()
                            .get("items"))
                    .isEmpty();
        }
    }

    @Test
    void killedAgainAndAgainItComesOverWholeAndIntoNoOtherHouse() throws Exception {
        Random random = new Random(SEED);
        SeededHistory.write(scratch.resolve("data"), CERTIFICATES);
        OfflineProgram.run(scratch, "export", "house.gz", "--shomei.data=data");
        int kills = 0;
        StringBuilder said = new StringBuilder();
        long begin = System.nanoTime();
        OfflineProgram last = importing();
        for (int round = 0; round < KILLS; round++) {
            OfflineProgram program = last;
            Await.until(() -> program.said().contains("Writes "));
            boolean killed = program.killAfter(random.nextInt(2_000));
            // one that is killed after that is not to be said again
            if (!killed || program.said().contains("Imported into ")) {
                break;
            }
            kills++;
            said.append(program.said());
            begin = System.nanoTime();
            last = importing();
        }
        last.awaitEnd();
        assertThat(last.said()).as("seed %d", SEED).contains("Imported into ");
        System.out.printf(
                "import into Axon Server after %d kills (seed %d): %.1f s; %s%n",
                kills, SEED, (System.nanoTime() - begin) / 1e9, said + last.said());
        assertThat(last.said()).contains(2 * CERTIFICATES + " events");

        SeededHistory.writeBills(scratch.resolve("other"), 10, 1);
        OfflineProgram.run(scratch, "export", "other.gz", "--shomei.data=other");
        OfflineProgram refused = importing("other.gz");
        assertThat(refused.awaitEnd()).isEqualTo(1);
        assertThat(refused.said()).contains("the new house is not empty");
    }

    private OfflineProgram importing() throws Exception {
        return importing("house.gz");
    }

    private OfflineProgram importing(String file) throws Exception {
        List<String> words = new ArrayList<>(List.of("import", file, "--shomei.data=command"));
        words.addAll(axonServer.options());
        words.addAll(postgres.options());
        return OfflineProgram.begin(scratch, List.of("-Xmx128m"), words.toArray(String[]::new));
    }

    private RunningShomei commandNode() {
        List<String> options = new ArrayList<>(postgres.options());
        options.add("--shomei.role=command");
        return RunningShomei.start(scratch.resolve("command"), options.toArray(String[]::new));
    }

    private void copy(String... files) {
        Shell shell = new Shell(scratch);
        shell.run("mkdir", "-m", "700", "command", "query").expectSuccess();
        for (String file : files) {
            shell.run("cp", "-a", "data/" + file, "command").expectSuccess();
        }
        shell.run("cp", "-a", "data/secrets", "data/tokens.json", "query").expectSuccess();
    }
}
