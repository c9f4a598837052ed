package jp.shomei.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path scratch;

    @Test
    void isMadeForItsOwnerAlone() throws IOException {
        Path root = scratch.resolve("deep/data");
        try (DataDirectory data = DataDirectory.open(root)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void isTheDirectoryThatALinkLeadsTo() throws IOException {
        Path elsewhere = Files.createDirectories(scratch.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(scratch.resolve("data"), elsewhere);
        try (DataDirectory data = DataDirectory.open(link)) {
            assertThat(data.root()).isEqualTo(elsewhere.toRealPath());
        }
    }

    @Test
    void isUsedByOneAtATime() throws IOException {
        Path root = scratch.resolve("data");
        try (DataDirectory first = DataDirectory.open(root)) {
            assertThatThrownBy(() -> DataDirectory.open(root))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("in use by another process");
        }
        DataDirectory.open(root).close();
    }

    @Test
    void thatCannotBeMadeIsToldWithWhatToDo() throws IOException {
        Path file = Files.writeString(scratch.resolve("file"), "");
        assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--shomei.data=DIR");
    }

    @Test
    void aFileIsNoDirectory() throws IOException {
        Path file = Files.writeString(scratch.resolve("file"), "");
        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is a file. Name a directory");
    }
}
