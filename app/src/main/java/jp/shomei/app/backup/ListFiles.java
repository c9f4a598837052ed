package jp.shomei.app.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the files of revocation lists. */
final class ListFiles {

    /** A list of more than a million entries. */
    private static final long LARGEST = 64L * 1024 * 1024;

    private ListFiles() {}

    static List<byte[]> read(List<Path> files) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new BackupRefused("there is no revocation list " + file);
            }
            if (Files.size(file) > LARGEST) {
                throw new BackupRefused(file + " is too large for a revocation list");
            }
            contents.add(Files.readAllBytes(file));
        }
        return contents;
    }
}
