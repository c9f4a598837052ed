package jp.shomei.ca.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretDirectoryTest {

    private static final int HALTED = 99;

    /** A process that dies while it makes the directory. */
    static final class Killed {

        public static void main(String[] arguments) {
            SecretDirectory.make(Path.of(arguments[0]), empty -> {
                empty.write("first", "old".getBytes(StandardCharsets.US_ASCII));
                Runtime.getRuntime().halt(HALTED);
            });
        }
    }

    @Test
    void isMadeAnewAfterTheProcessWasKilledHalfway(@TempDir Path temporary) throws Exception {
        Path place = temporary.resolve("secrets");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        place.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(HALTED);
        assertThat(SecretDirectory.isAbsent(place)).isTrue();
        assertThat(temporary.resolve("secrets.being-made").resolve("first")).exists();

        SecretDirectory made =
                SecretDirectory.make(place, empty -> empty.write("first", "new".getBytes(StandardCharsets.US_ASCII)));

        assertThat(made.read("first")).isEqualTo("new".getBytes(StandardCharsets.US_ASCII));
        try (var left = Files.list(temporary)) {
            assertThat(left).containsExactly(place);
        }
    }

    @Test
    void isMadeInPlaceOfAnEmptyOne(@TempDir Path temporary) throws Exception {
        Path place = Files.createDirectory(temporary.resolve("secrets"));
        assertThat(SecretDirectory.isAbsent(place)).isTrue();
        SecretDirectory.make(place, empty -> empty.write("first", new byte[1]));
        assertThat(SecretDirectory.isAbsent(place)).isFalse();
        assertThat(SecretDirectory.open(place).read("first")).hasSize(1);
    }
}
