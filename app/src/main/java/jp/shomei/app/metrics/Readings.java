package jp.shomei.app.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.shomei.ca.watch.Measure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Takes the readings of every source every 15 seconds, however often somebody scrapes: a scrape reads no store. What cannot
 * be read has no value until it can, so that an alarm for what is absent goes off.
 */
public final class Readings {

    private static final Logger LOG = LoggerFactory.getLogger(Readings.class);
    private static final String PREFIX = "shomei.";

    private final List<Source> sources;
    private final MeterRegistry registry;
    private final Map<String, MultiGauge> levels = new HashMap<>();
    private final Map<Counted, Double> counts = new ConcurrentHashMap<>();
    private final Set<Source> failing = new HashSet<>();
    private final Map<String, Long> readAtNanos = new ConcurrentHashMap<>();
    private volatile List<Measure> latest = List.of();

    Readings(List<Source> sources, MeterRegistry registry) {
        this.sources = List.copyOf(sources);
        this.registry = registry;
    }

    /** The latest readings under this name; none of what could not be read. */
    public List<Measure> latest(String name) {
        return latest.stream().filter(one -> one.name().equals(name)).toList();
    }

    /** How long ago a source could be read; empty if it never could. */
    public Optional<Duration> sinceRead(String source) {
        return Optional.ofNullable(readAtNanos.get(source)).map(at -> Duration.ofNanos(System.nanoTime() - at));
    }

    /**
     * Something that can be read.
     *
     * @param name what it is
     * @param readout reads it
     */
    record Source(String name, Supplier<List<Measure>> readout) {}

    /** Has every source read. */
    @Scheduled(initialDelay = 1, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    synchronized void take() {
        List<Measure> measures = new ArrayList<>();
        sources.forEach(source -> measures.addAll(read(source)));
        latest = List.copyOf(measures);
        measures.stream().filter(one -> one.kind() == Measure.Kind.COUNT).forEach(this::count);
        Map<String, List<Measure>> byName = measures.stream()
                .filter(one -> one.kind() == Measure.Kind.LEVEL)
                .collect(Collectors.groupingBy(Measure::name));
        levels.forEach((name, gauge) -> {
            if (!byName.containsKey(name)) {
                gauge.register(List.of(), true);
            }
        });
        byName.forEach(this::show);
    }

    private List<Measure> read(Source source) {
        try {
            List<Measure> measures = source.readout().get();
            readAtNanos.put(source.name(), System.nanoTime());
            failing.remove(source);
            return measures;
        } catch (RuntimeException unreadable) {
            if (failing.add(source)) {
                LOG.warn("{} cannot be read, and has no value until it can.", source.name(), unreadable);
            }
            return List.of();
        }
    }

    private void show(String name, List<Measure> measures) {
        levels.computeIfAbsent(name, added -> MultiGauge.builder(PREFIX + added).register(registry))
                .register(
                        measures.stream()
                                .<MultiGauge.Row<?>>map(one -> MultiGauge.Row.of(tags(one), one.value()))
                                .toList(),
                        true);
    }

    private void count(Measure measure) {
        Counted counted = new Counted(measure.name(), measure.labels());
        if (counts.put(counted, measure.value()) == null) {
            FunctionCounter.builder(PREFIX + measure.name(), counts, all -> all.getOrDefault(counted, 0.0))
                    .tags(tags(measure))
                    .register(registry);
        }
    }

    private static Tags tags(Measure measure) {
        return Tags.of(measure.labels().entrySet().stream()
                .map(label -> Tag.of(label.getKey(), label.getValue()))
                .toList());
    }

    private record Counted(String name, Map<String, String> labels) {}
}
