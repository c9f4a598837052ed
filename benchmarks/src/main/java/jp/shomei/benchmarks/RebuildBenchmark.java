package jp.shomei.benchmarks;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import jp.shomei.benchmarks.Comparison.Target;
import jp.shomei.contracts.projection.ProjectionView;
import jp.shomei.contracts.projection.ReplayProjection;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Rebuilding every read model, one after another, from the first event on. */
final class RebuildBenchmark implements Benchmark {

    private static final long PAUSE_NANOS = 20_000_000;

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public void run(Scale scale, Table table) throws Exception {
        try (Program program = Program.start(
                scale.lives().data(), List.of(), "--shomei.key-pool=0", "--shomei.clock=2021-03-10T12:00:00+09:00")) {
            ReadModelProgress.await(program);
            List<String> names = ReadModelProgress.views(program).stream()
                    .map(ProjectionView::name)
                    .filter(name ->
                            scale.readModels().isEmpty() || scale.readModels().contains(name))
                    .toList();
            long events = scale.lives().events();
            EmptyHandler empty = new EmptyHandler(program.bean(EventStore.class));
            for (String name : names) {
                new Comparison(
                                "rebuilding %s from %,d events".formatted(name, events),
                                "an empty handler for the same events",
                                "events/s",
                                Target.atLeast(0.5))
                        .measure(
                                scale,
                                table,
                                () -> events / rebuild(program, name),
                                () -> events / empty.secondsToReadAll());
            }
        }
    }

    private static double rebuild(Program program, String name) throws Exception {
        long begin = System.nanoTime();
        program.send(new ReplayProjection(name), ProjectionView.class);
        while (isBuilding(program, name)) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static boolean isBuilding(Program program, String name) throws Exception {
        return ReadModelProgress.views(program).stream()
                .anyMatch(view -> view.name().equals(name) && view.progress() != null);
    }
}
