package jp.shomei.app.durable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/** The durable store's file, as H2 keeps it below the tables. */
public final class StoreFile {

    private final DataSource dataSource;

    StoreFile(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Returns when everything that can be seen in the tables is on disk. */
    void flush() throws SQLException {
        with(MVStore::commit);
    }

    /**
     * Copies the file while others go on reading and writing: as long as that lasts, nothing in it is written over. The copy
     * holds every commit that ended before the call and is opened as after a crash.
     */
    public void copyTo(Path copy) throws SQLException, IOException {
        try (OutputStream out = Files.newOutputStream(copy, StandardOpenOption.CREATE_NEW)) {
            with(store -> {
                store.commit();
                try {
                    store.getFileStore().backup(new PlainCopy(out));
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** H2 copies its file into an archive; this one is just the file. */
    private static final class PlainCopy extends ZipOutputStream {

        PlainCopy(OutputStream out) {
            super(out);
        }

        @Override
        public void putNextEntry(ZipEntry entry) {
            // the file begins
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void closeEntry() throws IOException {
            out.flush();
        }
    }

    /** Works on the file. */
    void with(Consumer<MVStore> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            JdbcConnection h2 = connection.unwrap(JdbcConnection.class);
            work.accept(
                    ((SessionLocal) h2.getSession()).getDatabase().getStore().getMvStore());
        }
    }
}
