package jp.shomei.app.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files and directories that their owner alone can read. */
final class PrivateFiles {

    private PrivateFiles() {}

    /** A new file to write to. */
    static OutputStream create(Path file) throws IOException {
        return Channels.newOutputStream(FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
    }

    static void createDirectories(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** Returns when a file's content, or the names in a directory, are on disk. */
    static void force(Path path) throws IOException {
        StandardOpenOption how = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    /** Returns when everything below a directory is on disk. */
    static void forceAll(Path directory) throws IOException {
        for (Path path : below(directory)) {
            force(path);
        }
    }

    /** Removes whatever is there, with everything below. */
    static void delete(Path path) throws IOException {
        for (Path one : below(path).reversed()) {
            Files.deleteIfExists(one);
        }
    }

    /** The path and everything below it, parents first; nothing if it is not there. */
    static List<Path> below(Path path) throws IOException {
        try (Stream<Path> found = Files.walk(path)) {
            return found.sorted(Comparator.naturalOrder()).toList();
        } catch (NoSuchFileException absent) {
            return List.of();
        }
    }
}
