package jp.shomei.contracts.deadletter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The events that the groups of one kind could not handle. Trying one again is done on a thread of its own: whoever
 * handles the event begins and ends transactions, which must not be those of the command that asks for it.
 */
public final class BlockedGroups {

    /** The longest wait for an event that is tried again; it goes on after that. */
    private static final long LONGEST_SECONDS = 20;

    private final Supplier<List<BlockedEvents>> groups;
    private final ExecutorService thread;

    /**
     * Knows these groups.
     *
     * @param groups those there are just now, ordered by name
     * @param thread where events are tried again, one after another
     */
    public BlockedGroups(Supplier<List<BlockedEvents>> groups, ExecutorService thread) {
        this.groups = groups;
        this.thread = thread;
    }

    /** The first event of each aggregate, by group and aggregate. */
    public DeadLetterPage page(@Nullable String cursor, int limit) {
        Optional<DeadLetterId> last = Optional.ofNullable(cursor).flatMap(DeadLetterId::fromText);
        List<DeadLetterView> found = new ArrayList<>();
        for (BlockedEvents group : groups.get()) {
            int order = last.map(id -> group.group().compareTo(id.group())).orElse(1);
            if (order >= 0 && found.size() <= limit) {
                String after = order > 0 ? "" : last.orElseThrow().sequence();
                found.addAll(group.page(after, limit + 1 - found.size()));
            }
        }
        if (found.size() <= limit) {
            return new DeadLetterPage(found, null);
        }
        List<DeadLetterView> shown = found.subList(0, limit);
        return new DeadLetterPage(shown, shown.getLast().id().text());
    }

    /** One event, if it waits and is the first of its aggregate. */
    public Optional<DeadLetterView> find(DeadLetterId id) {
        return groups.get().stream()
                .filter(group -> isNamed(group, id))
                .findFirst()
                .flatMap(group -> group.find(id));
    }

    /**
     * Tries an event again and, if that succeeds, those behind it.
     *
     * @throws Refused with {@link ErrorCode#DEAD_LETTER_NOT_FOUND}, or with {@link ErrorCode#DEAD_LETTER_BUSY} if it is being
     *     tried just now
     */
    public DeadLetterRetried retry(DeadLetterId id) {
        BlockedEvents group = group(id);
        return inTime(() -> {
            DeadLetterView before = group.find(id).orElseThrow(BlockedGroups::unknown);
            group.retry(id);
            Optional<DeadLetterView> after = group.first(id.sequence());
            boolean waits = after.filter(view -> view.id().equals(id)).isPresent();
            if (waits && after.orElseThrow().attempts() == before.attempts()) {
                throw Refused.because(ErrorCode.DEAD_LETTER_BUSY);
            }
            return new DeadLetterRetried(!waits, after.orElse(null));
        });
    }

    /**
     * Takes an event out for good and tries those behind it.
     *
     * @param record records it, before it is taken out
     * @throws Refused like {@link #retry(DeadLetterId)}
     */
    public DeadLetterRetried skip(DeadLetterId id, Consumer<DeadLetterView> record) {
        BlockedEvents group = group(id);
        return inTime(() -> {
            DeadLetterView skipped = group.find(id).orElseThrow(BlockedGroups::unknown);
            if (!group.remove(id, () -> record.accept(skipped))) {
                throw Refused.because(ErrorCode.DEAD_LETTER_BUSY);
            }
            group.retryAll(id.sequence());
            return new DeadLetterRetried(true, group.first(id.sequence()).orElse(null));
        });
    }

    private BlockedEvents group(DeadLetterId id) {
        return groups.get().stream()
                .filter(group -> isNamed(group, id))
                .findFirst()
                .orElseThrow(BlockedGroups::unknown);
    }

    private static boolean isNamed(BlockedEvents group, DeadLetterId id) {
        return group.group().equals(id.group());
    }

    private static Refused unknown() {
        return Refused.because(ErrorCode.DEAD_LETTER_NOT_FOUND);
    }

    private <T> T inTime(Supplier<T> work) {
        try {
            return thread.submit(work::get).get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException goesOn) {
            throw Refused.because(ErrorCode.DEAD_LETTER_BUSY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("an event could not be tried again", failed.getCause());
        }
    }
}
