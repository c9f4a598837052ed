package jp.shomei.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.shomei.app.start.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {

    @TempDir
    Path data;

    @Test
    void areInTheDataDirectoryUnlessSet() {
        assertThat(Backups.directory(data, null)).isEqualTo(data.resolve("backups"));
        assertThat(Backups.directory(data, data.resolve("../other"))).isEqualTo(data.resolveSibling("other"));
    }

    @Test
    void areNotAmongTheFilesTheyHold(@TempDir Path scratch) throws IOException {
        Path link = Files.createSymbolicLink(scratch.resolve("link"), data);
        for (Path set : new Path[] {data, data.resolve("posting/.."), link}) {
            assertThatThrownBy(() -> Backups.directory(data, set))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("names the data directory itself");
        }
    }
}
