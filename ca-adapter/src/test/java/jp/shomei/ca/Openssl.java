package jp.shomei.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A second opinion: the openssl command. A machine without it fails the test. */
public final class Openssl {

    private Openssl() {}

    /** Runs openssl in a directory, expects it to succeed, and hands back all it printed. */
    public static String run(Path directory, String... arguments) throws IOException, InterruptedException {
        Outcome outcome = outcome(directory, arguments);
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        return outcome.output();
    }

    /** Runs openssl in a directory, expects it to fail, and hands back all it printed. */
    public static String refuse(Path directory, String... arguments) throws IOException, InterruptedException {
        Outcome outcome = outcome(directory, arguments);
        assertThat(outcome.exit()).as(outcome.output()).isNotZero();
        return outcome.output();
    }

    private record Outcome(int exit, String output) {}

    private static Outcome outcome(Path directory, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), output);
    }
}
