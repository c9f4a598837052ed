package jp.shomei.app.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

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
        return below(path, one -> false);
    }

    /** The same without those left out and everything below them. What vanishes meanwhile is passed over. */
    static List<Path> below(Path path, Predicate<Path> leftOut) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return visitFile(directory, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path one, BasicFileAttributes attributes) {
                if (leftOut.test(one)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                found.add(one);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path one, IOException failed) throws IOException {
                if (failed instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failed;
            }
        });
        found.sort(Comparator.naturalOrder());
        return found;
    }
}
