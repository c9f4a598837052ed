package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Moving house with the packaged program. {@code -Dshomei.moved=50000} moves the events of so many certificates, two for
 * each, in little memory.
 */
class MoveIT {

    private static final int CERTIFICATES = Integer.getInteger("shomei.moved", 4_000);
    private static final long SEED = Long.getLong("shomei.seed", System.nanoTime());
    private static final String CLOCK = "--shomei.clock=2021-03-10T09:00:00+09:00";
    private static final LocalDate DAY = LocalDate.of(2021, 3, 10);
    private static final List<String> LITTLE_MEMORY = List.of("-Xmx128m");

    @TempDir
    Path scratch;

    @Test
    void killedAgainAndAgainItComesOverWholeAndOnlyOnce() throws Exception {
        Random random = new Random(SEED);
        SeededHistory.write(scratch.resolve("old"), CERTIFICATES);
        int kills = 0;
        for (String[] step :
                new String[][] {{"export", "house.gz", "--shomei.data=old"}, {"import", "house.gz", "--shomei.data=new"}
                }) {
            long begin = System.nanoTime();
            OfflineProgram last = OfflineProgram.begin(scratch, LITTLE_MEMORY, step);
            for (int round = 0; round < 3 && last.killAfter(1_000 + random.nextInt(6_000)) && !isDone(last); round++) {
                kills++;
                begin = System.nanoTime();
                last = OfflineProgram.begin(scratch, LITTLE_MEMORY, step);
            }
            last.awaitEnd();
            assertThat(isDone(last)).as("seed %d: %s", SEED, last.said()).isTrue();
            System.out.printf(
                    "%s after %d kills (seed %d): %.1f s; %s%n",
                    step[0],
                    kills,
                    SEED,
                    (System.nanoTime() - begin) / 1e9,
                    last.said().strip());
        }
        OfflineProgram.run(scratch, "export", "again.gz", "--shomei.data=new");
        assertThat(end("again.gz")).contains("\"events\":" + 2 * CERTIFICATES).isEqualTo(end("house.gz"));
    }

    @Test
    void theLinesOfTheGuideMoveEverythingAndNothingHappensTwice() throws Exception {
        RunScript.in(scratch);
        LivedInHouse house;
        try (RunningShomei shomei = RunningShomei.start(scratch.resolve("data"), CLOCK)) {
            house = new LivedInHouse(shomei, DAY);
        }
        assertThat(DocumentedLines.typeWithout("docs/moving-house.md", scratch))
                .contains("Exported from ", " to house.jsonl.gz: ", "\"historySha256\"", "Imported into ");
        try (RunningShomei shomei = RunningShomei.start(scratch.resolve("new"), CLOCK)) {
            house.requireNothingLostOrTwice(shomei);
        }
    }

    /** One that is killed after that is not to be said again. */
    private static boolean isDone(OfflineProgram program) throws Exception {
        return program.said().contains("Exported from ") || program.said().contains("Imported into ");
    }

    private String end(String file) throws Exception {
        String last = new Shell(scratch)
                .run("sh", "-c", "zcat " + file + " | tail -n 1")
                .expectSuccess()
                .output();
        return last.substring(last.indexOf("\"events\""), last.indexOf("\"fileSha256\""));
    }
}
