package jp.shomei.app;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The program as it was packaged, unpacked once by each process that tests, so that the many starts are quick. The first process that
 * ends in good order leaves an archive of its classes (AppCDS) for those after it.
 */
final class PackagedProgram {

    private static final Path JAR = Path.of("target", "shomei.jar").toAbsolutePath();
    private static final Path UNPACKED = Path.of("target", "unpacked-" + System.getProperty("shomei.fork", "0"))
            .toAbsolutePath();
    private static final Path PROGRAM = UNPACKED.resolve("shomei.jar");
    private static final List<String> QUICK_START = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:SharedArchiveFile=" + UNPACKED.resolve("classes.jsa"),
            "-Xlog:cds=off",
            "-Xlog:aot=off");

    static {
        run("-Djarmode=tools", "-jar", JAR.toString(), "extract", "--force", "--destination", UNPACKED.toString());
    }

    private PackagedProgram() {}

    /** The Java that runs these tests. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** What follows {@code java} on the command line. */
    static List<String> options() {
        List<String> options = new ArrayList<>(QUICK_START);
        options.addAll(List.of("-XX:+AutoCreateSharedArchive", "-jar", PROGRAM.toString()));
        return options;
    }

    /** The same for a main class of the tests, beside the program. */
    static List<String> options(Class<?> main) {
        List<String> options = new ArrayList<>(QUICK_START);
        Path tests = Path.of("target", "test-classes").toAbsolutePath();
        options.addAll(List.of("-cp", PROGRAM + File.pathSeparator + tests, main.getName()));
        return options;
    }

    private static void run(String... options) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(List.of(options));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError(output);
            }
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
