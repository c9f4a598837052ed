package jp.shomei.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import jp.shomei.ca.watch.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupAgeTest {

    private static final Instant START = Instant.parse("2024-03-27T03:00:00Z");

    @TempDir
    Path scratch;

    private Instant now = START;

    @Test
    void isThatOfTheNewestFile() throws IOException {
        BackupAge age = new BackupAge(scratch, () -> now);
        Files.createFile(
                scratch.resolve(BackupName.of(START.minusSeconds(7_200)).text()));
        Files.createFile(scratch.resolve(BackupName.of(START.minusSeconds(60)).text()));
        Files.createDirectory(scratch.resolve(".being-made"));

        assertThat(age.measures()).containsExactly(Measure.level("backup.age.seconds", 60));
    }

    @Test
    void growsFromTheStartOnIfThereIsNone() {
        BackupAge age = new BackupAge(scratch.resolve("none"), () -> now);
        now = START.plusSeconds(100_000);

        assertThat(age.measures()).containsExactly(Measure.level("backup.age.seconds", 100_000));
    }
}
