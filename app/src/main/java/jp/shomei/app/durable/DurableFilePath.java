package jp.shomei.app.durable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file scheme for H2 under which every write reaches the disk before it returns, as if the file were opened with
 * {@code O_DSYNC}. With {@code WRITE_DELAY=0} a commit then survives not only the end of the process but the end of the
 * power, as far as the disk keeps its promises.
 */
public final class DurableFilePath extends FilePathWrapper {

    /** The scheme, to be put before a path: {@code jdbc:h2:durable:/path}. */
    public static final String SCHEME = "durable";

    /** Makes the scheme known to H2. Doing so twice does no harm. */
    public static void register() {
        FilePath.register(new DurableFilePath());
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
