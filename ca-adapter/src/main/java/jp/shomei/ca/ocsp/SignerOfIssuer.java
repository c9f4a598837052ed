package jp.shomei.ca.ocsp;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import jp.shomei.ca.authority.SigningFailed;
import jp.shomei.ca.profile.ServiceProfile;
import jp.shomei.ca.service.ServiceCertificates;
import jp.shomei.ca.service.ServiceIntent;
import jp.shomei.ca.service.ServiceOrder;
import jp.shomei.contracts.time.JapanTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signer for one issuer, and its renewal, of which there is one at a time. A renewal that failed is tried again ever less
 * often, with the key and the serial number of before as long as it is the same day.
 */
final class SignerOfIssuer {

    private static final Logger LOG = LoggerFactory.getLogger(SignerOfIssuer.class);
    private static final int FIRST_SECONDS_BACK = 1;
    private static final int MOST_DOUBLINGS = 6;

    private final X509Certificate issuer;
    private final ServiceCertificates certificates;
    private final Clock clock;
    private final SecureRandom random;
    private final Executor threads;
    private volatile @Nullable OcspSigner signer;
    private @Nullable Renewal underWay;
    private @Nullable Intent intent;
    private int failures;
    private long earliest = System.nanoTime();

    /**
     * @param threads where it is renewed
     */
    SignerOfIssuer(
            X509Certificate issuer,
            ServiceCertificates certificates,
            Clock clock,
            SecureRandom random,
            Executor threads) {
        this.issuer = issuer;
        this.certificates = certificates;
        this.clock = clock;
        this.random = random;
        this.threads = threads;
    }

    /** The signer there is, if its answers are worth anything. */
    Optional<OcspSigner> valid() {
        Instant now = clock.instant();
        return Optional.ofNullable(signer).filter(known -> known.isValid(now));
    }

    /** The signer, once the renewal under way has ended, or has gone on for so long. */
    Optional<OcspSigner> awaitValid(Duration most) {
        @Nullable Renewal awaited = underWay();
        if (awaited != null) {
            try {
                long left = awaited.begunAtNanos() + most.toNanos() - System.nanoTime();
                awaited.done().await(left, TimeUnit.NANOSECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        return valid();
    }

    /** Has the next signer made if it is time for that. Waits for nothing. */
    synchronized void renewIfDue() {
        if (underWay != null || !isDue(clock.instant()) || System.nanoTime() - earliest < 0) {
            return;
        }
        Renewal renewal = new Renewal(System.nanoTime(), new CountDownLatch(1));
        try {
            underWay = renewal;
            threads.execute(() -> renew(renewal));
        } catch (RejectedExecutionException closed) {
            underWay = null;
            LOG.debug("The next signer will be made at the next start.", closed);
        }
    }

    private synchronized @Nullable Renewal underWay() {
        return underWay;
    }

    /** An issuer that is about to lapse gives no signer that lasts longer than the one there is. */
    private boolean isDue(Instant now) {
        @Nullable OcspSigner known = signer;
        return known == null
                || !known.isFresh(now)
                        && (known.end().isBefore(issuer.getNotAfter().toInstant()) || !known.isValid(now));
    }

    private void renew(Renewal renewal) {
        int failuresThen = failures + 1;
        try {
            signer = make();
            failuresThen = 0;
        } catch (RuntimeException failed) {
            LOG.warn("There is no new signer of OCSP answers for {}; it is tried again.", name(), failed);
        } finally {
            ended(failuresThen);
            renewal.done().countDown();
        }
    }

    private synchronized void ended(int failuresThen) {
        failures = failuresThen;
        long seconds = failures == 0 ? 0 : (long) FIRST_SECONDS_BACK << Math.min(failures - 1, MOST_DOUBLINGS);
        earliest = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        underWay = null;
    }

    /** Only ever done by one thread at a time. */
    private OcspSigner make() {
        LocalDate today = JapanTime.today(clock);
        @Nullable Intent before = intent;
        intent = null;
        Intent now = before != null && before.day().equals(today) ? before : intend(today);
        try {
            return new OcspSigner(
                    issuer, certificates.sign(now.intent()), now.keys().getPrivate());
        } catch (SigningFailed again) {
            intent = now;
            throw again;
        }
    }

    private Intent intend(LocalDate day) {
        KeyPair keys = ServiceProfile.OCSP_SIGNER.profile().generateKeyPair(random);
        ServiceOrder order = new ServiceOrder(ServiceProfile.OCSP_SIGNER, issuer, keys.getPublic(), List.of());
        return new Intent(day, keys, certificates.intend(order));
    }

    private String name() {
        return issuer.getSubjectX500Principal().getName();
    }

    /** A renewal under way. */
    private record Renewal(long begunAtNanos, CountDownLatch done) {}

    /** What is registered but not signed. */
    private record Intent(LocalDate day, KeyPair keys, ServiceIntent intent) {

        @Override
        public String toString() {
            return "Intent[" + day + ", " + intent + "]";
        }
    }
}
