package jp.shomei.app.durable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file scheme for H2 under which every write reaches the disk before it returns, as if the file were opened with
 * {@code O_DSYNC}. With {@code WRITE_DELAY=0} a commit then survives not only the end of the process but the end of the
 * power, as far as the disk keeps its promises.
 */
public final class DurableFilePath extends FilePathWrapper {

    private static final String SCHEME = "durable";

    /** Superseded pages need not be kept for long where every write is on disk, in order. */
    private static final int RETENTION_MILLIS = 2_000;

    /**
     * The JDBC URL of a durable database at this path. H2's own {@code retry:} scheme below ours opens the file again if
     * the interrupt of some thread closed it (see {@link java.nio.channels.ClosedByInterruptException}).
     */
    public static String url(Path path) {
        FilePath.register(new DurableFilePath());
        return "jdbc:h2:" + SCHEME + ":retry:" + path + ";WRITE_DELAY=0;RETENTION_TIME=" + RETENTION_MILLIS
                + ";DB_CLOSE_ON_EXIT=FALSE;MODE=PostgreSQL";
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return super.open("rw".equals(mode) ? "rwd" : mode);
    }
}
