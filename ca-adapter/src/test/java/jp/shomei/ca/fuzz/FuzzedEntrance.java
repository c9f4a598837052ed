package jp.shomei.ca.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jp.shomei.contracts.refusal.Refused;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Something that takes bytes from anybody. Whatever they are, nothing but {@link Refused} comes out, in less than a second
 * of the processor's time, without much memory, and none of it is kept.
 *
 * <p>A subclass, named {@code …FuzzTest}, is all that a new entrance needs, with sound and unsound inputs in the resource
 * directory {@code <subclass>Inputs/takesAnything}. Every build feeds these and some random changes of them; {@code
 * -Dshomei.seed=N} draws others. {@code .ci/fuzz} lets Jazzer search for much longer.
 */
public abstract class FuzzedEntrance {

    private static final long SEED = Long.getLong("shomei.seed", 20_210_310);
    private static final Duration SLOWEST = Duration.ofSeconds(1);
    private static final long MOST_ALLOCATED = 256L << 20;
    private static final long MOST_KEPT = 24L << 20;
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * Hands one input to the code under test.
     *
     * @throws Refused as often as it likes
     */
    protected abstract void feed(byte[] input) throws Exception;

    /** How many changed inputs every build feeds. */
    protected int rounds() {
        return 10_000;
    }

    /** What Jazzer calls; not part of an ordinary build. */
    @Tag("fuzz")
    @FuzzTest(maxDuration = "20s")
    public void takesAnything(byte[] input) {
        check(input);
    }

    @Test
    public void takesItsCorpusAndWhatIsLikeIt() throws IOException {
        List<byte[]> corpus = corpus();
        for (byte[] input : corpus) {
            check(input);
        }
        Mutation mutation = new Mutation(corpus, new Random(SEED));
        long before = kept();
        for (int round = 0; round < rounds(); round++) {
            check(mutation.next());
        }
        assertThat(kept() - before)
                .as("bytes kept after %s inputs, seed %s", rounds(), SEED)
                .isLessThan(MOST_KEPT);
    }

    private void check(byte[] input) {
        Effort effort = effort(input);
        if (effort.isTooMuch()) {
            effort = effort(input); // the first time may have loaded classes, or made what is made once
        }
        assertThat(effort)
                .as(() -> "seed " + SEED + ": effort for " + HexFormat.of().formatHex(input))
                .matches(spent -> !spent.isTooMuch(), "within the limits");
    }

    private Effort effort(byte[] input) {
        long started = THREAD.getCurrentThreadCpuTime();
        long allocated = THREAD.getCurrentThreadAllocatedBytes();
        answers(input);
        return new Effort(
                Duration.ofNanos(THREAD.getCurrentThreadCpuTime() - started),
                THREAD.getCurrentThreadAllocatedBytes() - allocated);
    }

    private void answers(byte[] input) {
        try {
            feed(input);
        } catch (Refused expected) {
            // the one answer to a bad input
        } catch (Exception | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError broken) {
            throw new AssertionError(
                    "seed " + SEED + ": broken by " + HexFormat.of().formatHex(input), broken);
        }
    }

    private List<byte[]> corpus() throws IOException {
        Path directory = Path.of(
                        "src/test/resources", getClass().getPackageName().replace('.', '/'))
                .resolve(getClass().getSimpleName() + "Inputs")
                .resolve("takesAnything");
        try (Stream<Path> files = Files.list(directory)) {
            List<byte[]> inputs = files.sorted().map(FuzzedEntrance::read).toList();
            assertThat(inputs).as("inputs in %s", directory).isNotEmpty();
            return inputs;
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static long kept() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /**
     * What an input cost.
     *
     * @param time the processor's
     * @param allocated bytes
     */
    private record Effort(Duration time, long allocated) {

        boolean isTooMuch() {
            return time.compareTo(SLOWEST) >= 0 || allocated >= MOST_ALLOCATED;
        }
    }
}
