package jp.shomei.app.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The directory with everything the embedded system keeps; readable by its owner alone, used by one process at a time. */
public final class DataDirectory implements AutoCloseable {

    /** The file that tells other processes that this one uses the directory. */
    public static final String LOCK = "lock";

    /** Below the directory: what a restore has unpacked and not yet put in its place. */
    public static final String UNFINISHED_RESTORE = "restore-unfinished";

    /** Below the directory: the authority's keys and secrets. */
    public static final String AUTHORITY = "authority";

    private final Path root;
    private final FileChannel lockFile;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Opens the directory, making it if need be.
     *
     * @throws StartRefused if it cannot be used, another process uses it, or a restore into it was broken off
     */
    public static DataDirectory open(Path root) {
        if (Files.exists(root.resolve(UNFINISHED_RESTORE))) {
            throw new StartRefused("A restore into the data directory " + root
                    + " was broken off, and nothing in it may be used. Restore once more: ./run backup restore FILE"
                    + " --data=" + root);
        }
        return openToRestore(root);
    }

    /**
     * The same for a restore.
     *
     * @throws StartRefused if it cannot be used, or another process uses it
     */
    public static DataDirectory openToRestore(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        if (Files.isRegularFile(absolute)) {
            throw new StartRefused(absolute + " is a file. Name a directory with --shomei.data=DIR.");
        }
        try {
            makePrivate(absolute);
            Path real = absolute.toRealPath();
            FileChannel lockFile =
                    FileChannel.open(real.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(lockFile) == null) {
                lockFile.close();
                throw new StartRefused("The data directory " + absolute
                        + " is in use by another process. Stop it, or choose another with --shomei.data=DIR.");
            }
            return new DataDirectory(real, lockFile);
        } catch (IOException unusable) {
            throw new StartRefused("The data directory " + absolute + " cannot be used: " + unusable
                    + ". Choose another with --shomei.data=DIR.");
        }
    }

    /** The directory itself, absolute, with no symbolic link on the way to it. */
    public Path root() {
        return root;
    }

    /** A path below the directory; its parent directory exists. */
    public Path resolve(String below) {
        Path path = root.resolve(below);
        try {
            makePrivate(Objects.requireNonNull(path.getParent()));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        return path;
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static void makePrivate(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }
}
