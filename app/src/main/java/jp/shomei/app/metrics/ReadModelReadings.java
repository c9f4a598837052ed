package jp.shomei.app.metrics;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.shomei.ca.watch.Measure;
import jp.shomei.ca.watch.Measure.Kind;
import jp.shomei.contracts.projection.ProjectionView;
import jp.shomei.contracts.projection.ProjectionView.State;

/** How far the read models are behind the events, and what they could not take in. */
final class ReadModelReadings implements Supplier<List<Measure>> {

    private final Supplier<List<ProjectionView>> views;
    private final Map<String, Lag> lags = new ConcurrentHashMap<>();

    ReadModelReadings(Supplier<List<ProjectionView>> views) {
        this.views = views;
    }

    @Override
    public List<Measure> get() {
        return views.get().stream().flatMap(this::measures).toList();
    }

    private Stream<Measure> measures(ProjectionView view) {
        long position = Objects.requireNonNullElse(view.position(), -1L);
        long head = Objects.requireNonNullElse(view.head(), -1L);
        Map<String, String> model = Map.of("model", view.name());
        boolean up = view.state() == State.RUNNING || view.state() == State.REPLAYING;
        double seconds = lags.computeIfAbsent(view.name(), added -> new Lag(System::nanoTime))
                .seconds(position, head);
        return Stream.of(
                new Measure("read.model.up", Kind.LEVEL, model, up ? 1 : 0),
                new Measure("read.model.behind.events", Kind.LEVEL, model, Math.max(0, head - position)),
                new Measure("read.model.behind.seconds", Kind.LEVEL, model, seconds),
                new Measure(
                        "dead.letters",
                        Kind.LEVEL,
                        Map.of("kind", "read_model", "group", view.name()),
                        view.deadLetters()));
    }
}
