package jp.shomei.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jp.shomei.app.start.DataDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupWriterTest {

    private static final BackupManifest.History NOTHING = new BackupManifest.History(0, null, null, null, "");

    @TempDir
    Path scratch;

    private Path data;
    private Path store;

    @BeforeEach
    void fill() throws IOException {
        scratch = scratch.toRealPath();
        data = scratch.resolve("data");
        store = Files.writeString(scratch.resolve("store.mv.db"), "the copied store");
        write("authority/escrow.key");
        write("posting/batch.zip");
        write("read-models/mongo.mv");
        write("lock");
    }

    @Test
    void keepsWhatIsInADataDirectoryThatALinkLeadsTo() throws IOException {
        Path link = Files.createSymbolicLink(scratch.resolve("link"), data);
        try (DataDirectory directory = DataDirectory.open(link)) {
            assertThat(kept(directory.root(), scratch.resolve("backups")))
                    .containsExactly("durable/store.mv.db", "authority/escrow.key", "posting/batch.zip");
        }
    }

    @Test
    void leavesOutBackupsWhereverTheyAre() throws IOException {
        write("backups/older.zip");
        write("copies/kept/newer.zip");

        assertThat(kept(data, data.resolve("copies/kept")))
                .containsExactly("durable/store.mv.db", "authority/escrow.key", "posting/batch.zip");
    }

    @Test
    void refusesToLeaveOutWhatIsBehindALink() throws IOException {
        Path outbox =
                Files.createSymbolicLink(data.resolve("outbox"), Files.createDirectories(scratch.resolve("disk")));

        assertThatThrownBy(() -> kept(data, data.resolve("backups")))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining(outbox + " is a symbolic link");
    }

    @Test
    void refusesToKeepEverythingButTheKeys() throws IOException {
        Files.delete(data.resolve("authority/escrow.key"));

        assertThatThrownBy(() -> kept(data, data.resolve("backups")))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("without the authority's keys");
    }

    private List<String> kept(Path root, Path backups) throws IOException {
        return new BackupWriter(root, backups)
                .write(scratch.resolve("made.zip"), store, NOTHING, Instant.EPOCH).files().stream()
                        .map(BackupManifest.Item::name)
                        .toList();
    }

    private void write(String name) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
    }
}
