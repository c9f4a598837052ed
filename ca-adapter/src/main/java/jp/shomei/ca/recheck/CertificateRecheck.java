package jp.shomei.ca.recheck;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.lint.Linter;
import jp.shomei.ca.request.BlockedKeys;
import jp.shomei.contracts.time.DailyJob;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Looks, every night, at all certificates on file: whether they still pass every lint, are still signed by an issuer of
 * this authority, and have keys that are not blocked. What is wrong stands in the log and in the last report; nothing is
 * changed.
 *
 * <p>The walk takes minutes where there are many certificates, and no other work waits for it: it has a thread of its own,
 * and a day that begins while one is under way gets none.
 */
public final class CertificateRecheck implements DailyJob, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateRecheck.class);
    private static final long CLOSING_SECONDS = 10;

    private final StoredCertificates certificates;
    private final CertificateAuthority authority;
    private final Function<X509Certificate, Linter> linter;
    private final BlockedKeys blocked;
    private final Clock clock;
    private final ExecutorService walker = new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().name("certificate-recheck").daemon().factory());
    private volatile boolean closing;
    private volatile @Nullable RecheckReport last;

    /**
     * @param linter makes the linter for certificates of one issuer
     */
    public CertificateRecheck(
            StoredCertificates certificates,
            CertificateAuthority authority,
            Function<X509Certificate, Linter> linter,
            BlockedKeys blocked,
            Clock clock) {
        this.certificates = certificates;
        this.authority = authority;
        this.linter = linter;
        this.blocked = blocked;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "certificate-recheck";
    }

    @Override
    public void run(LocalDate day) {
        try {
            walker.execute(() -> walk(day));
        } catch (RejectedExecutionException underWay) {
            LOG.info("The certificates on file are not looked at again for {}: a walk is under way", day);
        }
    }

    /** What the last walk found; nothing before the first has ended. */
    public Optional<RecheckReport> lastReport() {
        return Optional.ofNullable(last);
    }

    /** Ends a walk that is under way at its next certificate; an interrupt could close the file of an embedded store. */
    @Override
    public void close() throws InterruptedException {
        closing = true;
        walker.shutdown();
        if (!walker.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("A walk over the certificates on file goes on after the end");
        }
    }

    private void walk(LocalDate day) {
        RecheckTally tally = new RecheckTally();
        try {
            CertificateInspection inspection = new CertificateInspection(authority.issuers(), linter, blocked);
            certificates.forEach(certificate -> {
                if (closing) {
                    throw new CancellationException();
                }
                tally.add(certificate, inspection.of(certificate));
            });
            tell(tally.report(day, clock.instant(), true));
        } catch (CancellationException closed) {
            LOG.info("The walk over the certificates on file ends early: the system stops");
        } catch (RuntimeException unreadable) {
            LOG.error("The certificates on file could not be read to the end; tried again tomorrow", unreadable);
            tell(tally.report(day, clock.instant(), false));
        }
    }

    private void tell(RecheckReport report) {
        LOG.atLevel(report.isSound() ? Level.INFO : Level.WARN)
                .log(
                        "Looked at {} certificates on file for {}, {} of them revoked: {} have findings{}",
                        report.checked(),
                        report.day(),
                        report.revoked(),
                        report.flawed(),
                        report.complete() ? "" : "; not all could be read");
        last = report;
    }
}
