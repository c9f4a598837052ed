package jp.shomei.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the benchmarks and prints a table. */
@Command(
        name = "benchmarks/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures the program against what it stands on, both in turn, and prints a table.")
public final class Benchmarks implements Callable<Integer> {

    private static final List<Benchmark> ALL = List.of(
            new IssueBenchmark(),
            new CommandBenchmark(),
            new OcspBenchmark(),
            new LedgerBenchmark(),
            new ReminderBenchmark(),
            // these three go on with the same history: the first fills its read models, the last adds to it
            new FootprintBenchmark(),
            new RebuildBenchmark(),
            new LookUpBenchmark());

    @Option(
            names = "--only",
            split = ",",
            description = "Which ones: ${COMPLETION-CANDIDATES}.",
            completionCandidates = Names.class)
    private List<String> only = List.of();

    @Option(names = "--rounds", defaultValue = "5", description = "How often each figure is taken (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "10", description = "How long rates are watched (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--certificates",
            defaultValue = "10000",
            description = "How many certificates histories have (${DEFAULT-VALUE}).")
    private int certificates;

    @Option(
            names = "--read-models",
            split = ",",
            description = "Which read models are rebuilt; all of them if none is named.")
    private List<String> readModels = List.of();

    @Option(names = "--into", description = "A file the table is written into, besides.")
    private @Nullable Path into;

    @Spec
    private @Nullable CommandSpec spec;

    /** Ends the process with 1 if something could not be measured, with 2 if the options are wrong. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        PrintWriter out = line.getOut();
        List<Benchmark> chosen = ALL.stream()
                .filter(benchmark -> only.isEmpty() || only.contains(benchmark.name()))
                .toList();
        Table table = new Table(out);
        List<String> failed = new ArrayList<>();
        Path directory = Files.createTempDirectory("shomei-benchmarks-");
        Lives lives = new Lives(directory.resolve("lives"), certificates);
        for (Benchmark benchmark : chosen) {
            if (!Commands.areThere(benchmark.tools())) {
                failed.add(benchmark.name() + ": needs " + String.join(" and ", benchmark.tools()) + " on the PATH");
                continue;
            }
            Path scratch = Files.createDirectory(directory.resolve(benchmark.name()));
            try {
                benchmark.run(
                        new Scale(rounds, Duration.ofSeconds(seconds), certificates, readModels, lives, scratch),
                        table);
            } catch (Exception unmeasured) {
                failed.add(benchmark.name() + ": " + unmeasured);
            } finally {
                remove(scratch);
            }
        }
        remove(directory);
        if (into != null) {
            Files.writeString(into, table.toString());
        }
        failed.forEach(line.getErr()::println);
        return failed.isEmpty() && !table.isEmpty() ? 0 : 1;
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The benchmarks' names. */
    static final class Names extends ArrayList<String> {

        private static final long serialVersionUID = 1L;

        Names() {
            super(ALL.stream().map(Benchmark::name).toList());
        }
    }
}
