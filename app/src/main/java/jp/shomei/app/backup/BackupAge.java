package jp.shomei.app.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jp.shomei.ca.watch.Measure;

/** How old the newest backup is; of one that could not be made no file is left, so that the age goes on growing. */
final class BackupAge {

    private final Path directory;
    private final InstantSource realTime;
    private final Instant start;

    /**
     * Begins to count.
     *
     * @param directory where backups are
     * @param realTime the clock they are dated by
     */
    BackupAge(Path directory, InstantSource realTime) {
        this.directory = directory;
        this.realTime = realTime;
        this.start = realTime.instant();
    }

    /** Seconds since the newest was begun; since the start of this process if there is none. */
    List<Measure> measures() {
        try {
            Instant since = BackupName.in(directory).stream()
                    .findFirst()
                    .map(BackupName::begun)
                    .orElse(start);
            Duration age = Duration.between(since, realTime.instant());
            return List.of(Measure.level("backup.age.seconds", age.toSeconds()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
