package jp.shomei.ca.authority;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.shomei.ca.watch.AuthorityWatch;
import jp.shomei.ca.watch.Measure;
import jp.shomei.ca.watch.WatchEntry;
import jp.shomei.ca.watch.WatchEntry.State;
import org.jspecify.annotations.Nullable;

/**
 * Watches whether the issuing key can be used, by using it for nothing. It is tried at most every ten seconds, however
 * often somebody looks, and in the background: a key that does not answer holds up nobody.
 */
public final class IssuingKeyWatch implements AuthorityWatch, AutoCloseable {

    private static final String NAME = "issuing key";
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private static final double NANOS_PER_SECOND = 1e9;

    private final CertificateAuthority authority;
    private final Duration fresh;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("issuing-key-watch").factory());
    private @Nullable Future<WatchEntry> trial;
    private long triedAt;
    private volatile long tookNanos;

    public IssuingKeyWatch(CertificateAuthority authority) {
        this(authority, FRESH);
    }

    IssuingKeyWatch(CertificateAuthority authority, Duration fresh) {
        this.authority = authority;
        this.fresh = fresh;
    }

    @Override
    public List<WatchEntry> look() {
        Future<WatchEntry> latest = latest();
        try {
            return List.of(latest.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return List.of(new WatchEntry(
                    NAME, State.FAILING, "The issuing key does not answer; nothing can be signed for now."));
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the issuing key was not tried", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    /** Whether the key answers as it does when somebody looks, and how long the last trial took. */
    @Override
    public List<Measure> measures() {
        boolean signs = look().getFirst().state() == State.GOOD;
        return List.of(
                Measure.level("issuing.key.up", signs ? 1 : 0),
                Measure.level("issuing.key.trial.seconds", tookNanos / NANOS_PER_SECOND));
    }

    @Override
    public void close() {
        thread.shutdown();
    }

    private synchronized Future<WatchEntry> latest() {
        boolean old = System.nanoTime() - triedAt > fresh.toNanos();
        if (trial == null || trial.isDone() && old) {
            triedAt = System.nanoTime();
            trial = thread.submit(this::attempt);
        }
        return trial;
    }

    private WatchEntry attempt() {
        long begin = System.nanoTime();
        try {
            authority.probe();
            return new WatchEntry(NAME, State.GOOD, "The issuing key signs.");
        } catch (SigningFailed failed) {
            return new WatchEntry(NAME, State.FAILING, "Nothing can be signed for now: " + failed.getMessage() + ".");
        } finally {
            tookNanos = System.nanoTime() - begin;
        }
    }
}
