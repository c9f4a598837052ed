package jp.shomei.app.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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
        Path file = scratch.resolve("store");
        try (Connection connection = DriverManager.getConnection(DurableFilePath.url(file))) {
            connection.createStatement().execute("CREATE TABLE fact (id INT PRIMARY KEY)");
            List<Integer> flags = openFlags(Path.of(file + ".mv.db"));
            assertThat(flags).isNotEmpty().allSatisfy(one -> assertThat(one & DSYNC)
                    .isEqualTo(DSYNC));
        }
    }

    @Test
    void anInterruptedWriterDoesNotCloseTheStoreForTheOthers() throws Exception {
        String url = DurableFilePath.url(scratch.resolve("store"));
        try (Connection connection = DriverManager.getConnection(url)) {
            connection
                    .createStatement()
                    .execute("CREATE TABLE fact (id INT GENERATED ALWAYS AS IDENTITY, text VARCHAR)");
            for (int round = 0; round < 20; round++) {
                Thread writer = new Thread(() -> write(url));
                writer.start();
                writer.interrupt();
                writer.join(10_000);
            }
            assertThat(connection.createStatement().executeUpdate("INSERT INTO fact (text) VALUES ('last')"))
                    .isOne();
        }
    }

    private static void write(String url) {
        try (Connection connection = DriverManager.getConnection(url)) {
            for (int i = 0; i < 20; i++) {
                connection
                        .createStatement()
                        .executeUpdate("INSERT INTO fact (text) VALUES ('" + "x".repeat(900) + "')");
                Thread.currentThread().interrupt();
            }
        } catch (SQLException interrupted) {
            // the writer itself may fail
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
            return Files.readAllLines(Path.of(
                            "/proc/self/fdinfo", descriptor.getFileName().toString()))
                    .stream()
                    .filter(line -> line.startsWith("flags:"))
                    .map(line ->
                            Integer.parseInt(line.substring("flags:".length()).strip(), 8))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
