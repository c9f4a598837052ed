package jp.shomei.http.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One file in the {@link UploadSpool}. It ends once: when the work on it ends, or, if no work has begun, when the request
 * does. A caller that goes away does not stop work that has begun.
 */
final class SpooledFile {
    private enum State {
        WAITING,
        WORKING,
        ENDED
    }

    private final Runnable ended;
    private State state = State.WAITING;
    private @Nullable Path path;

    SpooledFile(Runnable ended) {
        this.ended = ended;
    }

    /** What is done with the file. */
    interface Work<R> {
        /** Does it; may block. */
        R on(Path path) throws Exception;
    }

    /** Makes the file, readable by its owner alone. */
    synchronized Path create(Path directory) throws IOException {
        if (state != State.WAITING) {
            throw new CancellationException();
        }
        Path created = Files.createTempFile(Files.createDirectories(directory), "shomei-upload-", ".csv");
        path = created;
        return created;
    }

    /** Works on the file and deletes it. */
    <R> R use(Work<R> work) {
        Path file = begin();
        try {
            return work.on(file);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new CompletionException(failed);
        } finally {
            end(State.WORKING);
        }
    }

    /** Deletes the file unless work on it has begun. */
    void abandon() {
        end(State.WAITING);
    }

    private synchronized Path begin() {
        if (state != State.WAITING || path == null) {
            throw new CancellationException();
        }
        state = State.WORKING;
        return path;
    }

    private synchronized void end(State from) {
        if (state != from) {
            return;
        }
        state = State.ENDED;
        try {
            if (path != null) {
                UploadSpool.delete(path);
            }
        } finally {
            ended.run();
        }
    }
}
