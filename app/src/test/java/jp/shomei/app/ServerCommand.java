package jp.shomei.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/**
 * A command of this machine that starts and stops a server: it is given a word, and returns when that is done.
 *
 * @param command what bash is given
 */
record ServerCommand(String command) {

    private static final long LONGEST_MINUTES = 5;

    void run(String word) {
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
