package jp.shomei.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How long a start takes, and what the program needs of memory and disk. */
final class FootprintBenchmark implements Benchmark {

    private static final double MEGABYTE = 1024.0 * 1024;
    private static final double KILOBYTE = 1024;

    @Override
    public String name() {
        return "footprint";
    }

    @Override
    public void run(Scale scale, Table table) throws Exception {
        double[] starts = new double[scale.rounds()];
        double[] rests = new double[scale.rounds()];
        for (int round = 0; round < scale.rounds(); round++) {
            try (ProcessRun fresh = ProcessRun.start(scale.scratch().resolve("empty" + round))) {
                starts[round] = fresh.secondsToReady();
                rests[round] = fresh.residentBytes() / MEGABYTE;
            }
        }
        table.add("first start to ready, authority made, java -jar", new Figures(starts), "s");
        table.add("resident memory at rest, nothing stored", new Figures(rests), "MB");
        Path data = scale.lives().data();
        double[] again = new double[1];
        try (ProcessRun filled = ProcessRun.start(data)) {
            filled.awaitReadModels();
            table.add(
                    "resident memory at %,d certificates, after filling all read models"
                            .formatted(scale.certificates()),
                    new Figures(filled.residentBytes() / MEGABYTE),
                    "MB");
        }
        try (ProcessRun filled = ProcessRun.start(data)) {
            again[0] = filled.secondsToReady();
        }
        table.add("start to ready at %,d certificates".formatted(scale.certificates()), new Figures(again), "s");
        table.add("disk per certificate, events", perCertificate(data.resolve("durable"), scale), "KB");
        table.add("disk per certificate, read models", perCertificate(data.resolve("read-models"), scale), "KB");
    }

    private static Figures perCertificate(Path directory, Scale scale) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            double bytes = files.filter(Files::isRegularFile)
                    .mapToDouble(FootprintBenchmark::size)
                    .sum();
            return new Figures(bytes / KILOBYTE / scale.certificates());
        }
    }

    private static double size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
