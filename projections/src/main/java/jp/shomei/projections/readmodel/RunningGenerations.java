package jp.shomei.projections.readmodel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.shomei.projections.readmodel.view.Generation;

/** The processors that run in this process for the generations of one read model. */
final class RunningGenerations {

    private final Map<Generation, GenerationProcessor> running = new LinkedHashMap<>();
    private final Function<Generation, GenerationProcessor> maker;

    RunningGenerations(Function<Generation, GenerationProcessor> maker) {
        this.maker = maker;
    }

    /** Has these run and no other. */
    void run(Set<Generation> wanted) {
        for (Generation generation : List.copyOf(running.keySet())) {
            if (!wanted.contains(generation)) {
                running.remove(generation).stop();
            }
        }
        for (Generation generation : wanted) {
            if (!running.containsKey(generation)) {
                GenerationProcessor processor = maker.apply(generation);
                processor.start();
                running.put(generation, processor);
            }
        }
    }

    void stop() {
        run(Set.of());
    }

    Optional<GenerationProcessor> find(Generation generation) {
        return Optional.ofNullable(running.get(generation));
    }

    List<GenerationProcessor> all() {
        return List.copyOf(running.values());
    }
}
