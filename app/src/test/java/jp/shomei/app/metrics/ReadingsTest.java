package jp.shomei.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import jp.shomei.app.metrics.Readings.Source;
import jp.shomei.ca.watch.Measure;
import org.junit.jupiter.api.Test;

class ReadingsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicReference<List<Measure>> read = new AtomicReference<>(List.of());
    private final Readings readings = new Readings(
            List.of(
                    new Source("broken", () -> {
                        throw new IllegalStateException("the store is away");
                    }),
                    new Source("sound", read::get)),
            registry);

    @Test
    void showsTheLatestLevelOfEachLabel() {
        read.set(List.of(level("a", 1), level("b", 2)));
        readings.take();
        read.set(List.of(level("b", 3)));
        readings.take();

        assertThat(registry.find("shomei.pool").gauges())
                .singleElement()
                .returns("b", gauge -> gauge.getId().getTag("group"))
                .returns(3.0, gauge -> gauge.value());
    }

    @Test
    void whatCannotBeReadAnyMoreHasNoValue() {
        read.set(List.of(level("a", 1)));
        readings.take();
        read.set(List.of());
        readings.take();

        assertThat(registry.find("shomei.pool").gauges()).isEmpty();
    }

    @Test
    void countsGoOnCounting() {
        for (double count : new double[] {1, 4}) {
            read.set(List.of(new Measure("answers", Measure.Kind.COUNT, Map.of("status", "good"), count)));
            readings.take();
        }

        assertThat(registry.find("shomei.answers").functionCounter().count()).isEqualTo(4);
    }

    @Test
    void aSourceThatFailsKeepsNoOtherFromBeingRead() {
        read.set(List.of(level("a", 1)));
        readings.take();

        assertThat(readings.latest("pool")).hasSize(1);
        assertThat(readings.sinceRead("sound")).isPresent();
        assertThat(readings.sinceRead("broken")).isEmpty();
    }

    private static Measure level(String group, double value) {
        return new Measure("pool", Measure.Kind.LEVEL, Map.of("group", group), value);
    }
}
