package jp.shomei.benchmarks;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import jp.shomei.contracts.projection.ListProjections;
import jp.shomei.contracts.projection.ProjectionView;
import jp.shomei.contracts.projection.ProjectionViews;

/** How far the read models have come. */
final class ReadModelProgress {

    private static final long PAUSE_NANOS = 100_000_000;

    private ReadModelProgress() {}

    /** Waits until all have taken in every event. */
    static void await(Program program) throws Exception {
        while (!haveAll(views(program))) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    static List<ProjectionView> views(Program program) throws Exception {
        return program.ask(new ListProjections(), ProjectionViews.class).items();
    }

    private static boolean haveAll(List<ProjectionView> views) {
        return views.stream().allMatch(view -> {
            Long position = view.position();
            Long head = view.head();
            return head == null || position != null && position >= head;
        });
    }
}
