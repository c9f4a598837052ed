package jp.shomei.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Every benchmark runs to its end and finds something; how much is for a quiet machine to say. Left out without wrk. */
@EnabledIf("toolsAreThere")
class BenchmarksIT {

    @TempDir
    Path scratch;

    static boolean toolsAreThere() {
        return System.getenv("CI") != null || Commands.areThere(List.of("wrk", "openssl"));
    }

    @Test
    void everyBenchmarkFindsItsFigures() throws Exception {
        Path table = scratch.resolve("table.md");

        int exit = new CommandLine(new Benchmarks())
                .execute(
                        "--rounds=1",
                        "--seconds=1",
                        "--certificates=200",
                        "--read-models=certificate-status",
                        "--into=" + table);

        assertThat(exit).isZero();
        assertThat(Files.readAllLines(table))
                .hasSizeGreaterThan(20)
                .allSatisfy(line -> assertThat(line).startsWith("|"))
                .noneMatch(line -> line.contains("NaN") || line.contains("Infinity"));
    }
}
