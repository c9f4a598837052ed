package jp.shomei.ca.signing;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import jp.shomei.ca.profile.CertificateProfile;
import org.jspecify.annotations.Nullable;

/**
 * Makes holders' keys. Making an RSA key takes a tenth of a second and more, so once there is demand a few are made
 * ahead; before the first is asked for, and when they are used up, keys are made on demand.
 */
public final class HolderKeys implements AutoCloseable {

    private final CertificateProfile profile;
    private final SecureRandom random;
    private final BlockingQueue<KeyPair> reserve;
    private @Nullable Thread maker;
    private boolean closed;

    /**
     * @param profile kind and size
     * @param ahead how many to keep ready, at least one
     */
    public HolderKeys(CertificateProfile profile, SecureRandom random, int ahead) {
        this.profile = profile;
        this.random = random;
        this.reserve = new ArrayBlockingQueue<>(ahead);
    }

    /** A key pair that nobody else gets. */
    public KeyPair next() {
        begin();
        @Nullable KeyPair ready = reserve.poll();
        return ready == null ? profile.generateKeyPair(random) : ready;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (maker != null) {
            maker.interrupt();
        }
    }

    private synchronized void begin() {
        if (maker == null && !closed) {
            maker = Thread.ofPlatform()
                    .daemon()
                    .name("holder-keys")
                    .priority(Thread.MIN_PRIORITY)
                    .start(this::fill);
        }
    }

    private void fill() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                reserve.put(profile.generateKeyPair(random));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
