package jp.shomei.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An Axon Server for these tests, named in the environment: {@code AXONSERVER=HOST:PORT}, {@code AXONSERVER_TOKEN}, and
 * {@code AXONSERVER_COMMAND}, a command that is given one of the words {@code fresh} (start it without any event), {@code
 * stop} and {@code start}, and returns when that is done.
 */
final class OutsideAxonServer {

    private final String address;
    private final @Nullable String token;
    private final ServerCommand command;

    private OutsideAxonServer(String address, @Nullable String token, ServerCommand command) {
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
                : Optional.of(
                        new OutsideAxonServer(address, System.getenv("AXONSERVER_TOKEN"), new ServerCommand(command)));
    }

    /**
     * What a system is told of the server, if one is named. One that begins with no data of its own begins with no events:
     * whatever went before is gone. One whose options tell of a server, or of none, is told nothing more.
     */
    static List<String> options(Path data, List<String> given) {
        if (given.stream().anyMatch(option -> option.startsWith("--axon.axonserver."))) {
            return List.of();
        }
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
        command.run("fresh");
    }

    void stop() {
        command.run("stop");
    }

    void start() {
        command.run("start");
    }
}
