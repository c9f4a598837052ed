package jp.shomei.ca.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.escrow.EscrowCipher;
import jp.shomei.ca.watch.WatchEntry;
import jp.shomei.ca.watch.WatchEntry.State;
import jp.shomei.teststores.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(TestStore.class)
class KeyPoolTest {

    private static final long DEADLINE = 30_000_000_000L;

    private final DataSource database;
    private final AtomicBoolean idle = new AtomicBoolean(true);
    private final Spring random = new Spring();
    private final KeyPool pool;

    KeyPoolTest(TestStore kind) {
        database = kind.newDatabase();
        pool = pool("ec-p256", 8, new byte[32]);
    }

    @AfterEach
    void stop() {
        pool.stop();
    }

    @Test
    void isFilledUpToItsSizeAndRefilled() {
        pool.start();
        awaitReady(8);
        pool.take();
        awaitReady(8);
        assertThat(rows()).isEqualTo(8);
    }

    @Test
    void isNotFilledWhileSomebodyWaitsForASignature() {
        idle.set(false);
        pool.start();
        LockSupport.parkNanos(500_000_000);
        assertThat(pool.ready()).isZero();
        idle.set(true);
        awaitReady(8);
    }

    @Test
    void outlivesTheProcess() {
        fill();
        Set<PublicKey> kept = new HashSet<>();
        KeyPool next = pool("ec-p256", 8, new byte[32]);
        assertThat(next.ready()).isEqualTo(8);
        IntStream.range(0, 8).forEach(index -> kept.add(next.take().getPublic()));
        assertThat(kept).hasSize(8);
        assertThat(rows()).isZero();
    }

    @Test
    void handsOutNoKeyTwiceToTwoProcesses() throws Exception {
        fill();
        KeyPool other = pool("ec-p256", 8, new byte[32]);
        Set<PublicKey> seen = new HashSet<>();
        try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
            List<Callable<PublicKey>> visits = Stream.of(pool, other)
                    .flatMap(one -> Stream.<Callable<PublicKey>>generate(
                                    () -> () -> one.take().getPublic())
                            .limit(20))
                    .toList();
            for (Future<PublicKey> visit : crowd.invokeAll(visits)) {
                assertThat(seen.add(visit.get())).isTrue();
            }
        }
        assertThat(rows()).isZero();
    }

    @Test
    void makesKeysOnDemandWhenEmpty() {
        assertThat(pool.take().getPublic()).isNotEqualTo(pool.take().getPublic());
    }

    @Test
    void keepsNothingWithoutASize() {
        fill();
        KeyPool none = pool("ec-p256", 0, new byte[32]);
        none.start();
        assertThat(none.isRunning()).isFalse();
        assertThat(none.take()).isNotNull();
        assertThat(rows()).isZero();
    }

    @Test
    void dropsTheKeysOfAnotherProfile() {
        fill();
        KeyPool other = pool("rsa-2048", 8, new byte[32]);
        assertThat(rows()).isZero();
        assertThat(other.take().getPublic().getAlgorithm()).isEqualTo("RSA");
    }

    @Test
    void goesOnWithoutKeysThatDoNotOpen() {
        fill();
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        KeyPool exchanged = pool("ec-p256", 8, otherKey);
        assertThat(exchanged.take()).isNotNull();
        assertThat(exchanged.ready()).isZero();
    }

    @Test
    void writesNoKeyInClear() throws Exception {
        fill();
        List<byte[]> rows =
                JdbcClient.create(database).sql("SELECT ciphertext FROM pooled_key").query(String.class).list().stream()
                        .map(java.util.Base64.getDecoder()::decode)
                        .toList();
        byte[] key = pool.take().getPrivate().getEncoded();
        for (byte[] row : rows) {
            assertThat(new String(row, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain(new String(key, java.nio.charset.StandardCharsets.ISO_8859_1));
        }
    }

    @Nested
    class Watched {

        @Test
        void tellsHowManyAreReady() {
            fill();
            assertThat(entry(pool)).isEqualTo(new WatchEntry("key-pool", State.GOOD, "8 of 8 keys are ready"));
        }

        @Test
        void isOfNoConcernWhileItIsEmptyOrThereIsNone() {
            assertThat(entry(pool)).isEqualTo(new WatchEntry("key-pool", State.GOOD, "0 of 8 keys are ready"));
            assertThat(entry(pool("ec-p256", 0, new byte[32])).state()).isEqualTo(State.GOOD);
        }

        @Test
        void isOfConcernFromAFailureUntilKeysAreMadeAgain() {
            random.dry = true;
            pool.start();
            awaitState(State.WARNING);
            assertThat(entry(pool).sentence())
                    .isEqualTo("0 of 8 keys are ready, and no more could be made; see the log");

            random.dry = false;
            pool.take();
            awaitState(State.GOOD);
        }

        private void awaitState(State state) {
            long end = System.nanoTime() + DEADLINE;
            while (entry(pool).state() != state) {
                assertThat(System.nanoTime()).as("%s in time", state).isLessThan(end);
                LockSupport.parkNanos(5_000_000);
            }
        }

        private static WatchEntry entry(KeyPool pool) {
            return new KeyPoolWatch(pool).look().getFirst();
        }
    }

    private void fill() {
        pool.start();
        awaitReady(8);
        pool.stop();
    }

    private void awaitReady(int number) {
        long end = System.nanoTime() + DEADLINE;
        while (pool.ready() != number) {
            assertThat(System.nanoTime()).as("filled in time").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private int rows() {
        return JdbcClient.create(database)
                .sql("SELECT COUNT(*) FROM pooled_key")
                .query(Integer.class)
                .single();
    }

    private KeyPool pool(String profile, int size, byte[] serverKey) {
        return new KeyPool(
                database,
                new EscrowCipher(serverKey, TestAuthority.RANDOM),
                TestAuthority.PROFILES.named(profile),
                random,
                size,
                idle::get);
    }

    /** Randomness that may run dry. */
    private static final class Spring extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private volatile boolean dry;

        @Override
        public void nextBytes(byte[] bytes) {
            if (dry) {
                throw new IllegalStateException("no randomness");
            }
            super.nextBytes(bytes);
        }
    }
}
