package jp.shomei.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What wrk, a load generator in C, sees of a server.
 *
 * @param rate requests answered per second
 * @param latencies how long answers took
 */
record Wrk(double rate, Latencies latencies) {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern OTHERS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern ERRORS = Pattern.compile("Socket errors: .*");

    /**
     * Asks for the paths in turn, for so long, over so many connections.
     *
     * @throws IllegalStateException if an answer is no success
     */
    static Wrk get(
            Path scratch, String address, List<String> paths, @Nullable String token, int connections, Duration span)
            throws IOException, InterruptedException {
        Path list = Files.write(scratch.resolve("paths"), paths);
        Path script = Files.writeString(scratch.resolve("paths.lua"), """
                local paths = {}
                for line in io.lines("%s") do paths[#paths + 1] = line end
                local next = 0
                function request()
                  next = next %% #paths + 1
                  return wrk.format("GET", paths[next], {%s})
                end
                """.formatted(
                        list, token == null ? "" : "[\"Authorization\"] = \"Bearer " + token + "\""));
        String said = Commands.run(
                scratch,
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + span.toSeconds() + "s",
                "--timeout",
                "30s",
                "--latency",
                "-s",
                script.toString(),
                address);
        if (OTHERS.matcher(said).find() || ERRORS.matcher(said).find()) {
            throw new IllegalStateException("not every request was answered well:\n" + said);
        }
        return new Wrk(number(RATE, said), new Latencies(millis("50%", said), millis("99%", said)));
    }

    private static double millis(String share, String said) {
        Matcher found = Pattern.compile(share + "\\s+([0-9.]+)(us|ms|s)").matcher(said);
        if (!found.find()) {
            throw new IllegalStateException(said);
        }
        double value = Double.parseDouble(found.group(1));
        return switch (found.group(2)) {
            case "us" -> value / 1000;
            case "ms" -> value;
            default -> value * 1000;
        };
    }

    private static double number(Pattern pattern, String said) {
        Matcher found = pattern.matcher(said);
        if (!found.find()) {
            throw new IllegalStateException(said);
        }
        return Double.parseDouble(found.group(1));
    }
}
