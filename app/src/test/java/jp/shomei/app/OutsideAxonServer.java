package jp.shomei.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An Axon Server for these tests, named in the environment: {@code AXONSERVER=HOST:PORT}, {@code AXONSERVER_TOKEN}, and
 * {@code AXONSERVER_COMMAND}, a command that is given one of the words {@code fresh} (start it without any event), {@code
 * stop} and {@code start}, and returns when that is done.
 */
final class OutsideAxonServer {

    private static final long LONGEST_MINUTES = 5;

    private final String address;
    private final @Nullable String token;
    private final String command;

    private OutsideAxonServer(String address, @Nullable String token, String command) {
        this.address = address;
        this.token = token;
        this.command = command;
    }

    /** The server, if one is named that these tests may start and stop. */
    static Optional<OutsideAxonServer> named() {
        String address = System.getenv("AXONSERVER");
        String command = System.getenv("AXONSERVER_COMMAND");
        return address == null || command == null
                ? Optional.empty()
                : Optional.of(new OutsideAxonServer(address, System.getenv("AXONSERVER_TOKEN"), command));
    }

    /**
     * What a system is told of the server, if one is named. One that begins with no data of its own begins with no events:
     * whatever went before is gone.
     */
    static List<String> options(Path data) {
        return named().map(server -> {
                    if (!Files.exists(data)) {
                        server.fresh();
                    }
                    return server.options();
                })
                .orElse(List.of());
    }

    /** What a node is told. */
    List<String> options() {
        return List.of("--axon.axonserver.enabled=true", "--axon.axonserver.servers=" + address);
    }

    /** What a node finds in its environment. */
    static Map<String, String> environment() {
        return named().filter(server -> server.token != null)
                .map(server -> Map.of("AXON_AXONSERVER_TOKEN", server.token))
                .orElse(Map.of());
    }

    void fresh() {
        run("fresh");
    }

    void stop() {
        run("stop");
    }

    void start() {
        run("start");
    }

    private void run(String word) {
        try {
            Process process = new ProcessBuilder("bash", "-c", command + " " + word)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError("'" + command + " " + word + "' failed");
            }
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
