package jp.shomei.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Other people's programs. */
final class Commands {

    private Commands() {}

    /** Whether these can be run here. */
    static boolean areThere(List<String> programs) {
        List<Path> places = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return programs.stream()
                .allMatch(program -> places.stream().anyMatch(place -> Files.isExecutable(place.resolve(program))));
    }

    /**
     * Runs a program to its end.
     *
     * @return what it said
     * @throws IllegalStateException if it fails
     */
    static String run(Path directory, String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ":\n" + said);
        }
        return said;
    }
}
