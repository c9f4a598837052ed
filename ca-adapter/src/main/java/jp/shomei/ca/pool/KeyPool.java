package jp.shomei.ca.pool;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import jp.shomei.ca.escrow.EscrowCipher;
import jp.shomei.ca.profile.CertificateProfile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Makes holders' keys. Making an RSA key takes a tenth of a second and more, so some are made ahead while there is
 * nothing else to do, and kept, encrypted, over restarts. When none is left, keys are made on demand. Keys of another
 * profile than the one in use are dropped at the start.
 */
public final class KeyPool implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeyPool.class);
    private static final Duration RECHECK = Duration.ofSeconds(30);
    private static final Duration BUSY = Duration.ofMillis(200);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final CertificateProfile profile;
    private final SecureRandom random;
    private final PooledKeys pooled;
    private final int size;
    private final BooleanSupplier idle;
    private final Semaphore taken = new Semaphore(0);
    private volatile boolean closing;
    private volatile boolean failing;
    private @Nullable CountDownLatch ended;

    /**
     * @param profile kind and size of the keys
     * @param size how many to keep ready; 0 for none
     * @param idle whether nobody is waiting for a signature
     */
    public KeyPool(
            DataSource dataSource,
            EscrowCipher cipher,
            CertificateProfile profile,
            SecureRandom random,
            int size,
            BooleanSupplier idle) {
        this.profile = profile;
        this.random = random;
        this.pooled = new PooledKeys(dataSource, cipher);
        this.size = size;
        this.idle = idle;
        if (size == 0) {
            empty(dataSource);
        } else {
            pooled.dropAllBut(profile.name());
        }
    }

    /** Throws away every key made ahead. To be called while no system runs on the durable store. */
    public static void empty(DataSource durable) {
        PooledKeys.dropAll(durable);
    }

    /** A key pair that nobody else gets. To be called outside any transaction. */
    public KeyPair take() {
        if (size == 0) {
            return make();
        }
        KeyPair pair = pooled.take(profile.name()).orElseGet(this::make);
        taken.release();
        return pair;
    }

    /** How many keys are ready. */
    public int ready() {
        return pooled.count(profile.name());
    }

    /** How many there should be. */
    int size() {
        return size;
    }

    /** Whether the last attempt to make one ahead failed. */
    boolean isFailing() {
        return failing;
    }

    @Override
    public synchronized void start() {
        if (size == 0 || isRunning()) {
            return;
        }
        closing = false;
        CountDownLatch end = new CountDownLatch(1);
        ended = end;
        Thread.ofPlatform()
                .daemon()
                .name("key-pool")
                .priority(Thread.MIN_PRIORITY)
                .start(() -> fillUntilClosed(end));
    }

    /** Lets the key in the making be finished and kept: an interrupt could harm the database file. */
    @Override
    public synchronized void stop() {
        @Nullable CountDownLatch end = ended;
        closing = true;
        taken.release();
        if (end == null) {
            return;
        }
        try {
            if (!end.await(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The key pool is still at work");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        ended = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return ended != null;
    }

    private KeyPair make() {
        return profile.generateKeyPair(random);
    }

    private void fillUntilClosed(CountDownLatch end) {
        try {
            while (!closing) {
                pauseFor(fill());
            }
        } finally {
            end.countDown();
        }
    }

    /** Makes at most one key, and says how long to wait. */
    private Duration fill() {
        try {
            if (!idle.getAsBoolean()) {
                return BUSY;
            }
            if (ready() >= size) {
                return RECHECK;
            }
            pooled.add(profile.name(), make());
            failing = false;
            return Duration.ZERO;
        } catch (RuntimeException failed) {
            failing = true;
            LOG.warn("No key could be made ahead; tried again", failed);
            return RECHECK;
        }
    }

    /** Until the time is over or, if the pool was full, a key is taken. */
    private void pauseFor(Duration pause) {
        try {
            taken.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
            taken.drainPermits();
        } catch (InterruptedException stopped) {
            closing = true;
        }
    }
}
