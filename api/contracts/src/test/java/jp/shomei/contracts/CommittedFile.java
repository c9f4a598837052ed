package jp.shomei.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A committed file that a test generates again. Run with {@code -Dshomei.rewrite=true} to write what has changed. */
public final class CommittedFile {

    private static final String REWRITE = "shomei.rewrite";

    private CommittedFile() {}

    /** A file of this module, wherever the test was started. */
    public static Path inModule(String path) {
        return Path.of(System.getProperty("basedir", ""), path);
    }

    /** Whether differences are to be written instead of told. */
    public static boolean isRewriting() {
        return Boolean.getBoolean(REWRITE);
    }

    /** Fails if the file does not say this. */
    public static void mustSay(Path file, String text) {
        try {
            if (isRewriting()) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, text);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as("%s is out of date: if the change is meant, run with -D%s=true and commit it", file, REWRITE)
                    .isEqualTo(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
