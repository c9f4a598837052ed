package jp.shomei.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyScratchTest {

    @TempDir
    Path temporary;

    @Test
    void isItsOwnersAloneAndGoneAfterwards() throws IOException {
        try (VerifyScratch scratch = VerifyScratch.in(temporary)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scratch.directory())))
                    .isEqualTo("rwx------");
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void removesWhatAKillLeft() throws IOException {
        fill(Files.createDirectories(temporary.resolve("shomei-verify-killed/durable"))
                .getParent());

        VerifyScratch.in(temporary).close();

        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void leavesAloneWhatAnotherUses() throws IOException {
        try (VerifyScratch used = VerifyScratch.in(temporary)) {
            VerifyScratch.in(temporary).close();

            assertThat(used.directory()).exists();
        }
    }

    @Test
    void leavesAloneWhatALinkLeadsTo() throws IOException {
        Path precious = Files.createDirectories(temporary.resolve("precious"));
        fill(precious);
        Files.createSymbolicLink(temporary.resolve("shomei-verify-trap"), precious);

        VerifyScratch.in(temporary).close();

        assertThat(precious.resolve("store.mv.db")).exists();
    }

    private static void fill(Path directory) throws IOException {
        Files.createFile(directory.resolve(".lock"));
        Files.createFile(directory.resolve("store.mv.db"));
    }
}
