package jp.shomei.command.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Pauses that take no time, and are written down. */
public final class RecordedPauses implements Pauses {

    private final List<Duration> pauses = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    /** All of them together. */
    public Duration total() {
        return pauses.stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** What happens in each pause. */
    public void meanwhile(Runnable happening) {
        meanwhile = happening;
    }

    @Override
    public Duration now() {
        return total();
    }

    @Override
    public void pause(Duration length) {
        pauses.add(length);
        meanwhile.run();
    }
}
