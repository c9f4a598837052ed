package jp.shomei.app.time;

import java.time.Instant;
import java.util.Optional;

/** Where the history ends. */
@FunctionalInterface
public interface NewestEvent {

    /** When the newest event happened; empty before the first. */
    Optional<Instant> happenedAt();
}
