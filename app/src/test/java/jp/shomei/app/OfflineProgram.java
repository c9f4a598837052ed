package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command of the program that starts no system, as an operator gives it: a process of its own. */
final class OfflineProgram {

    private static final long MOST_MINUTES = 5;

    private final Path output;
    private final Process process;

    private OfflineProgram(Path output, Process process) {
        this.output = output;
        this.process = process;
    }

    /** Begins a command; its output goes into a file in a directory. */
    static OfflineProgram begin(Path directory, List<String> javaOptions, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PackagedProgram.java()));
        command.addAll(javaOptions);
        command.addAll(PackagedProgram.options());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(directory, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(OutsideAxonServer.environment());
        return new OfflineProgram(output, builder.start());
    }

    /** Runs a command to its end, which must be good, and returns what it said. */
    static String run(Path directory, String... arguments) throws IOException, InterruptedException {
        OfflineProgram program = begin(directory, List.of(), arguments);
        int exit = program.awaitEnd();
        assertThat(exit).as(program.said()).isZero();
        return program.said();
    }

    /** Kills it unless it ends by itself before; whether it was killed. */
    boolean killAfter(long millis) throws InterruptedException {
        boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        process.waitFor();
        return !ended;
    }

    int awaitEnd() throws InterruptedException {
        boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("ended within %d minutes", MOST_MINUTES).isTrue();
        return process.exitValue();
    }

    String said() throws IOException {
        return Files.readString(output);
    }
}
