package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lines that a document has its reader type into a shell, typed into one. */
final class DocumentedLines {

    private static final Pattern LINES = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final long MOST_MINUTES = 5;

    private DocumentedLines() {}

    /**
     * Types them, and returns everything that was printed.
     *
     * @param document the document, from the root of the repository
     * @param directory where they are typed; has the data directory in it
     */
    static String type(String document, RunningShomei shomei, Path directory) throws IOException, InterruptedException {
        return type(
                of(document)
                        .replace("http://localhost:8080", shomei.address())
                        .replace("https://localhost:8443", "https://localhost:" + shomei.terminalPort()),
                directory);
    }

    /**
     * Types those of a document that are for a system that is down, and returns everything that was printed.
     *
     * @param document the document, from the root of the repository
     * @param directory where they are typed; has the data directory in it
     */
    static String typeWithout(String document, Path directory) throws IOException, InterruptedException {
        return type(of(document), directory);
    }

    private static String of(String document) throws IOException {
        return LINES.matcher(Files.readString(Path.of("..", document)))
                .results()
                .map(part -> part.group(1))
                .collect(Collectors.joining());
    }

    private static String type(String lines, Path directory) throws IOException, InterruptedException {
        Path printed = directory.resolve("printed.txt");
        Process shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", lines)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        boolean ended = shell.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
        shell.destroyForcibly();
        String output = Files.readString(printed);
        assertThat(ended).as(output).isTrue();
        assertThat(shell.exitValue()).as(output).isZero();
        return output;
    }
}
