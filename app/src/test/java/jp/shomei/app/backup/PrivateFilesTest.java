package jp.shomei.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

    @TempDir
    Path root;

    @Test
    void passOverWhatVanishesWhileTheyAreListed() throws IOException {
        List<Path> mails = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            mails.add(Files.createFile(root.resolve("mail-" + number)));
        }
        List<Path> listed = PrivateFiles.below(root, path -> {
            if (mails.contains(path)) {
                mails.stream().filter(mail -> !mail.equals(path)).forEach(PrivateFilesTest::delete);
            }
            return false;
        });

        assertThat(listed).as("the directory and the mail seen first").hasSize(2);
    }

    @Test
    void areListedWithoutWhatIsLeftOut() throws IOException {
        Files.createDirectories(root.resolve("left/deep"));
        Files.createFile(root.resolve("left/deep/out"));
        Path kept = Files.createFile(root.resolve("kept"));

        assertThat(PrivateFiles.below(root, path -> path.endsWith("left"))).containsExactly(root, kept);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
