package jp.shomei.ca.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * SoftHSM: a PKCS#11 library whose tokens are files, which can be taken away and put back. Where it is not installed,
 * tests are left out; on the build machine (environment variable {@code CI}) they fail.
 */
public final class SoftHsm {

    public static final String PIN = "4711";

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib64/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib64/pkcs11/libsofthsm2.so"),
            Path.of("/opt/homebrew/lib/softhsm/libsofthsm2.so"),
            Path.of("/usr/local/lib/softhsm/libsofthsm2.so"));

    private static final class Home {
        private static final Path PLACE = prepare();
    }

    private final String label;
    private final Path pinFile;

    private SoftHsm(String label, Path pinFile) {
        this.label = label;
        this.pinFile = pinFile;
    }

    /** A new, empty token with a label of its own. */
    public static SoftHsm insert() {
        boolean there = PLACES.stream().anyMatch(Files::exists);
        if (System.getenv("CI") != null) {
            assertThat(there)
                    .as("SoftHSM 2 is installed (apt-get install softhsm2)")
                    .isTrue();
        }
        assumeTrue(there, "SoftHSM 2 is not installed: apt-get install softhsm2");
        String label = "shomei-" + UUID.randomUUID().toString().substring(0, 8);
        try {
            utility("--init-token", "--free", "--label", label, "--so-pin", "0815", "--pin", PIN);
            Path pinFile = Files.createFile(
                    Home.PLACE.resolve(label + ".pin"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(pinFile, PIN + "\n");
            return new SoftHsm(label, pinFile);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public TokenSettings settings() {
        return settings(Duration.ofSeconds(20));
    }

    public TokenSettings settings(Duration deadline) {
        return new TokenSettings(library(), label, pinFile, deadline);
    }

    public String label() {
        return label;
    }

    public Path pinFile() {
        return pinFile;
    }

    public static Path library() {
        return PLACES.stream().filter(Files::exists).findFirst().orElseThrow();
    }

    /** Where the tools of other processes find the tokens: {@code SOFTHSM2_CONF}. */
    public static Path configuration() {
        return Home.PLACE.resolve("softhsm2.conf");
    }

    /** Takes every token away, as if somebody pulled the plug. */
    public void unplug() throws IOException {
        Files.move(Home.PLACE.resolve("tokens"), Home.PLACE.resolve("unplugged"));
    }

    public void plugIn() throws IOException {
        Files.move(Home.PLACE.resolve("unplugged"), Home.PLACE.resolve("tokens"));
    }

    private static void utility(String... arguments) throws IOException {
        List<String> command =
                Stream.concat(Stream.of("softhsm2-util"), Stream.of(arguments)).toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SOFTHSM2_CONF", configuration().toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
        assertThat(process.exitValue()).as(output).isZero();
    }

    private static Path prepare() {
        try {
            Path place = Files.createTempDirectory("shomei-softhsm");
            Files.createDirectory(place.resolve("tokens"));
            Path configuration = place.resolve("softhsm2.conf");
            Files.writeString(
                    configuration, "directories.tokendir = " + place.resolve("tokens") + "\nlog.level = ERROR\n");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(place)));
            // the library asks the process's environment, which Java can only read
            Function setenv = NativeLibrary.getProcess().getFunction("setenv");
            setenv.invokeInt(new Object[] {"SOFTHSM2_CONF", configuration.toString(), 1});
            return place;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path place) {
        try (Stream<Path> content = Files.walk(place)) {
            content.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
