package jp.shomei.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.shomei.app.readmodel.ReadModelServer;
import jp.shomei.projections.fixture.FerretDb;
import org.jspecify.annotations.Nullable;

/**
 * The read models' server that query nodes share: FerretDB where it is there, else the embedded mode's server as a process of
 * its own. It goes away and comes back with its data.
 */
sealed interface SharedReadModels extends AutoCloseable {

    /** Starts one. */
    static SharedReadModels start(Path scratch) throws IOException {
        return FerretDb.isAtHand() ? new OnFerretDb(FerretDb.start()) : new OnEmbeddedServer(scratch);
    }

    /** What it is. */
    String name();

    String uri();

    void goAway();

    void comeBack();

    @Override
    void close();

    /**
     * FerretDB, which is killed.
     *
     * @param server the process
     */
    record OnFerretDb(FerretDb server) implements SharedReadModels {

        @Override
        public String name() {
            return "FerretDB";
        }

        @Override
        public String uri() {
            return server.uri() + "shomei";
        }

        @Override
        public void goAway() {
            server.goAway();
        }

        @Override
        public void comeBack() {
            server.comeBack();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /** The embedded mode's, which is stopped in good order: what it had taken in is in its file. */
    final class OnEmbeddedServer implements SharedReadModels {

        private final Path scratch;
        private final int port;
        private @Nullable Process process;

        private OnEmbeddedServer(Path scratch) throws IOException {
            this.scratch = scratch;
            try (ServerSocket socket = new ServerSocket(0)) {
                this.port = socket.getLocalPort();
            }
            comeBack();
        }

        @Override
        public String name() {
            return "the embedded mode's server";
        }

        @Override
        public String uri() {
            return "mongodb://localhost:" + port + "/shomei";
        }

        @Override
        public void goAway() {
            if (process != null) {
                process.destroy();
                try {
                    process.waitFor(30, TimeUnit.SECONDS);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public void comeBack() {
            List<String> command = new ArrayList<>(List.of(PackagedProgram.java(), "-Xmx256m"));
            command.addAll(PackagedProgram.options(ReadModelServer.class));
            command.addAll(List.of(scratch.resolve("read-models.mv").toString(), String.valueOf(port)));
            try {
                process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(scratch.resolve("read-models.log").toFile())
                        .start();
            } catch (IOException unstartable) {
                throw new UncheckedIOException(unstartable);
            }
        }

        @Override
        public void close() {
            goAway();
        }
    }
}
