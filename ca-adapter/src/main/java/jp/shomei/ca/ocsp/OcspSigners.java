package jp.shomei.ca.ocsp;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.service.ServiceCertificates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a signer for each issuer, made at the start and replaced long before it lapses, also when the clock has leapt. That
 * is done on threads of its own: whoever wants a signer gets the one there is at once, for as long as it is valid, and waits
 * a moment only if there is none. The signers' keys are never written anywhere.
 */
public final class OcspSigners implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OcspSigners.class);
    private static final Duration LOOK = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    /** An issuer whose key hangs keeps one of them; the others go on. */
    private static final int THREADS = 4;

    private final CertificateAuthority authority;
    private final ServiceCertificates certificates;
    private final Clock clock;
    private final SecureRandom random;
    private final Map<X509Certificate, SignerOfIssuer> signers = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(
            THREADS, Thread.ofPlatform().daemon().name("ocsp-signers-", 0).factory());

    public OcspSigners(
            CertificateAuthority authority, ServiceCertificates certificates, Clock clock, SecureRandom random) {
        this.authority = authority;
        this.certificates = certificates;
        this.clock = clock;
        this.random = random;
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Has a signer made for every issuer, and goes on looking after them. Waits for nothing. */
    public void start() {
        threads.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A signer of OCSP answers is still being made.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Who signs for this issuer now.
     *
     * @throws OcspRefused with {@link OcspRefusal#TRY_LATER} if there is nobody, and will not be in a moment
     */
    OcspSigner of(X509Certificate issuer) {
        SignerOfIssuer signer = signer(issuer);
        signer.renewIfDue();
        return signer.valid()
                .or(() -> signer.awaitValid(PATIENCE))
                .orElseThrow(() -> new OcspRefused(OcspRefusal.TRY_LATER));
    }

    /** Who signs for this issuer now, if somebody does. Has nothing made. */
    Optional<OcspSigner> known(X509Certificate issuer) {
        return signer(issuer).valid();
    }

    private void look() {
        try {
            authority.issuers().forEach(issuer -> signer(issuer).renewIfDue());
        } catch (RuntimeException failed) {
            LOG.error("It could not be seen which signers of OCSP answers are to be renewed.", failed);
        }
    }

    private SignerOfIssuer signer(X509Certificate issuer) {
        return signers.computeIfAbsent(issuer, of -> new SignerOfIssuer(of, certificates, clock, random, threads));
    }
}
