package jp.shomei.app.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where one verification unpacks a durable store: a directory that its owner alone can read, and that is locked as long as it
 * is used. What a killed verification left is removed by the next. Only directories of the same owner are touched, and no
 * link is followed, since others may write to the temporary directory too.
 */
final class VerifyScratch implements AutoCloseable {

    private static final String NAME = "shomei-verify";

    /** Sorted before everything else, and so removed last: what a removal that is killed leaves can be removed again. */
    private static final String LOCK = ".lock";

    private final Path directory;
    private final FileChannel lock;

    private VerifyScratch(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** Makes one in the temporary directory. */
    static VerifyScratch in(Path temporary) throws IOException {
        Path directory = Files.createTempDirectory(temporary, NAME);
        FileChannel lock =
                FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        VerifyScratch made = new VerifyScratch(directory, lock);
        try (DirectoryStream<Path> others = Files.newDirectoryStream(temporary, NAME + "*")) {
            for (Path other : others) {
                // its own lock would be lost if it were opened a second time
                if (!other.equals(directory)) {
                    made.removeUnlessUsed(other);
                }
            }
        }
        return made;
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            PrivateFiles.delete(directory);
        }
    }

    private void removeUnlessUsed(Path other) throws IOException {
        try {
            if (!Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
                    || !Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(directory))) {
                return;
            }
            try (FileChannel itsLock =
                    FileChannel.open(other.resolve(LOCK), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                if (itsLock.tryLock() != null) {
                    PrivateFiles.delete(other);
                }
            }
        } catch (NoSuchFileException nothingInIt) {
            // it is about to be used, or was just removed
        } catch (OverlappingFileLockException used) {
            // by this process
        }
    }
}
