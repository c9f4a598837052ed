package jp.shomei.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Two command nodes and two query nodes, each a process, and the servers between them. */
final class Cluster implements AutoCloseable {

    static final String COMMAND_1 = "command-1";
    static final String COMMAND_2 = "command-2";
    static final String QUERY_1 = "query-1";
    static final String QUERY_2 = "query-2";
    static final List<String> NODES = List.of(COMMAND_1, COMMAND_2, QUERY_1, QUERY_2);

    private final Path scratch;
    private final OutsideAxonServer axonServer;
    private final OutsidePostgres durableStore;
    private final SharedReadModels readModels;
    private final Map<String, RunningShomei> running = new ConcurrentHashMap<>();

    /** @param durableStore an empty database that the command nodes share */
    Cluster(Path scratch, OutsideAxonServer axonServer, OutsidePostgres durableStore) throws IOException {
        this.scratch = scratch;
        this.axonServer = axonServer;
        this.durableStore = durableStore;
        this.readModels = SharedReadModels.start(scratch);
    }

    /** Starts everything, without any event. The first node makes the keys and tokens that the others are given. */
    void start() throws IOException {
        axonServer.fresh();
        start(COMMAND_1);
        for (String node : List.of(COMMAND_2, QUERY_1, QUERY_2)) {
            copy("tokens.json", node);
            copy("secrets", node);
        }
        copy("authority", COMMAND_2);
        start(COMMAND_2);
        start(QUERY_1);
        start(QUERY_2);
    }

    /** Starts a node and waits until it is ready. */
    void start(String node) throws IOException {
        Files.createDirectories(data(node));
        List<String> options = new ArrayList<>();
        options.add("--shomei.role=" + role(node));
        if (role(node).equals("command")) {
            options.addAll(durableStore.options());
        } else {
            options.add("--spring.mongodb.uri=" + readModels.uri());
        }
        running.put(node, RunningShomei.start(data(node), options.toArray(String[]::new)));
    }

    /** SIGKILL. */
    void kill(String node) throws InterruptedException {
        running.remove(node).kill();
    }

    RunningShomei node(String name) {
        return running.get(name);
    }

    /** Those that run now. */
    List<RunningShomei> nodes() {
        return NODES.stream().map(running::get).filter(node -> node != null).toList();
    }

    OutsidePostgres durableStore() {
        return durableStore;
    }

    OutsideAxonServer axonServer() {
        return axonServer;
    }

    SharedReadModels readModels() {
        return readModels;
    }

    /** Everything that the nodes printed. */
    String output() {
        StringBuilder output = new StringBuilder();
        running.forEach((name, node) -> output.append("== ")
                .append(name)
                .append('\n')
                .append(node.output())
                .append('\n'));
        return output.toString();
    }

    @Override
    public void close() throws Exception {
        for (RunningShomei node : running.values()) {
            node.kill();
        }
        readModels.close();
    }

    private static String role(String node) {
        return node.substring(0, node.indexOf('-'));
    }

    private Path data(String node) {
        return scratch.resolve(node);
    }

    private void copy(String name, String node) throws IOException {
        Path from = data(COMMAND_1).resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path to = data(node).resolve(name).resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                if (!Files.isDirectory(to)) {
                    Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
