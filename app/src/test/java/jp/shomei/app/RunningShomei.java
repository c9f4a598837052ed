package jp.shomei.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The system as an operator runs it: a process of its own, spoken to over HTTP, and killed without mercy. */
final class RunningShomei implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration DEADLINE = Duration.ofSeconds(Integer.getInteger("shomei.start.seconds", 180));

    /** Moving the clock by years runs every job of every day. */
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(30);

    private static final String KEY_POOL = "--shomei.key-pool=";

    private static final String AUTHORITY = "--shomei.authority.algorithm=";

    /** For tests of what is delivered: the authority's keys as they are made if nothing else is said. */
    static final String DEFAULT_AUTHORITY = AUTHORITY + "rsa-3072";

    private static final Pattern INTERFACE = Pattern.compile("http://localhost:(\\d+)/openapi.json");

    private static final Pattern TERMINALS = Pattern.compile("terminals  https://localhost:(\\d+)");

    private final Path data;
    private final Process process;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final CountDownLatch greeted = new CountDownLatch(1);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(DEADLINE)
            .build();
    private volatile int port;
    private volatile int terminalPort;

    private RunningShomei(Path data, Process process) {
        this.data = data;
        this.process = process;
        Thread reader = new Thread(this::read, "output-of-shomei");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the built program and waits until it is ready. */
    static RunningShomei start(Path data, String... options) {
        return launch(data, PackagedProgram.options(), options);
    }

    /** Starts a main class of the tests in the program's place, with system properties. */
    static RunningShomei startClass(Path data, Class<?> main, List<String> properties, String... options) {
        List<String> program = new ArrayList<>(properties);
        program.addAll(PackagedProgram.options(main));
        return launch(data, program, options);
    }

    /** Starts the built program with more in its environment. */
    static RunningShomei startWith(Map<String, String> environment, Path data, String... options) {
        return launch(environment, data, PackagedProgram.options(), options);
    }

    private static RunningShomei launch(Path data, List<String> program, String... options) {
        return launch(Map.of(), data, program, options);
    }

    private static RunningShomei launch(
            Map<String, String> environment, Path data, List<String> program, String... options) {
        List<String> command = new ArrayList<>();
        command.add(PackagedProgram.java());
        command.addAll(List.of("-Xmx512m", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(program);
        command.addAll(List.of("--server.port=0", "--shomei.data=" + data));
        command.addAll(OutsideAxonServer.options(data, List.of(options)));
        command.addAll(List.of(options));
        if (Stream.of(options).noneMatch(option -> option.startsWith(KEY_POOL))) {
            // keys made in advance are for idle hours; here they would take the processors from the tests
            command.add(KEY_POOL + "0");
        }
        if (Stream.of(options).noneMatch(option -> option.startsWith(AUTHORITY))) {
            // made in a moment, where RSA keys take longer than all the rest of a first start
            command.add(AUTHORITY + "ec-p384");
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(OutsideAxonServer.environment());
            builder.environment().putAll(environment);
            RunningShomei shomei = new RunningShomei(data, builder.start());
            shomei.awaitGreeting();
            return shomei;
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Waits until the process has ended by itself. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running; it said:\n" + output());
        }
        return process.exitValue();
    }

    /** Everything it printed. */
    String output() {
        return String.join("\n", output);
    }

    /** Its number in the operating system. */
    long pid() {
        return process.pid();
    }

    /** Where it answers. */
    String address() {
        return "http://localhost:" + port;
    }

    /** Where terminals are served; 0 if they are not. */
    int terminalPort() {
        return terminalPort;
    }

    /** The bearer token of a role. */
    String token(String role) {
        try {
            return JSON.readTree(Files.readAllBytes(data.resolve("tokens.json")))
                    .get(role)
                    .asString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Answer get(@Nullable String role, String path, String... headers) {
        return send(request(role, path, headers).GET());
    }

    Answer post(@Nullable String role, String path, Object body) {
        return send(request(role, path, "Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body))));
    }

    Answer postCsv(String role, String path, String lines) {
        return send(
                request(role, path, "Content-Type", "text/csv; charset=UTF-8").POST(BodyPublishers.ofString(lines)));
    }

    Answer put(String role, String path, Object body) {
        return send(request(role, path, "Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(@Nullable String role, String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address() + path)).timeout(LONGEST_ANSWER);
        if (role != null) {
            request.header("Authorization", "Bearer " + token(role));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void awaitGreeting() {
        try {
            if (!greeted.await(DEADLINE.toSeconds(), TimeUnit.SECONDS) || port == 0) {
                process.destroyForcibly();
                throw new AssertionError("did not start; it said:\n" + output());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                Matcher terminals = TERMINALS.matcher(line);
                if (terminals.find()) {
                    terminalPort = Integer.parseInt(terminals.group(1));
                }
                Matcher address = INTERFACE.matcher(line);
                if (address.find()) {
                    port = Integer.parseInt(address.group(1));
                    greeted.countDown();
                }
            }
        } catch (IOException closed) {
            output.add("(output closed: " + closed.getMessage() + ")");
        } finally {
            greeted.countDown();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            kill();
        }
    }

    /** An answer over HTTP. */
    record Answer(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        byte[] bytes() {
            return response.body();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** This answer, if its status is as expected. */
        Answer expect(int status) {
            if (status() != status) {
                throw new AssertionError("expected " + status + ", got " + status() + ": " + text());
            }
            return this;
        }
    }
}
