package jp.shomei.app.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DurableFilePathTest {

    /** O_DSYNC, as Linux shows it in /proc/self/fdinfo. */
    private static final int DSYNC = 0x1000;

    @TempDir
    Path scratch;

    @Test
    @EnabledOnOs(OS.LINUX)
    void theStoresFileIsOpenedSoThatEveryWriteReachesTheDisk() throws Exception {
        DurableFilePath.register();
        Path file = scratch.resolve("store");
        try (Connection connection =
                DriverManager.getConnection("jdbc:h2:" + DurableFilePath.SCHEME + ":" + file + ";WRITE_DELAY=0")) {
            connection.createStatement().execute("CREATE TABLE fact (id INT PRIMARY KEY)");
            List<Integer> flags = openFlags(Path.of(file + ".mv.db"));
            assertThat(flags).isNotEmpty().allSatisfy(one -> assertThat(one & DSYNC)
                    .isEqualTo(DSYNC));
        }
    }

    private static List<Integer> openFlags(Path file) throws IOException {
        Path real = file.toRealPath();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .filter(descriptor -> leadsTo(descriptor, real))
                    .map(DurableFilePathTest::flags)
                    .toList();
        }
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static int flags(Path descriptor) {
        try {
            return Files.readAllLines(Path.of("/proc/self/fdinfo", descriptor.getFileName().toString())).stream()
                    .filter(line -> line.startsWith("flags:"))
                    .map(line -> Integer.parseInt(line.substring("flags:".length()).strip(), 8))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
