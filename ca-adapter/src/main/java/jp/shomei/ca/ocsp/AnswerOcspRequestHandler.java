package jp.shomei.ca.ocsp;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.status.CertificateRegister;
import jp.shomei.ca.status.RegisterCatchUp;
import jp.shomei.ca.status.StatusListener;
import jp.shomei.contracts.certificate.AnswerOcspRequest;
import jp.shomei.contracts.certificate.OcspAnswerView;
import org.axonframework.queryhandling.QueryHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The responder's counter: whatever is handed in, an OCSPResponse is handed out. Answers about certificates that were just
 * signed or revoked are signed at once, on a thread of its own; if that falls behind, they are signed when they are asked for.
 */
public final class AnswerOcspRequestHandler implements StatusListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerOcspRequestHandler.class);
    private static final int MOST_WAITING = 1_000;
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final OcspTally tally;
    private final OcspResponder responder;
    private final AtomicBoolean registerAway = new AtomicBoolean();
    private final ThreadPoolExecutor ahead = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("ocsp-ahead").factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    /**
     * @param lifetime how long an answer may be relied on
     */
    public AnswerOcspRequestHandler(
            CertificateAuthority authority,
            CertificateRegister register,
            RegisterCatchUp catchUp,
            OcspSigners signers,
            Clock clock,
            Duration lifetime) {
        this(authority, register, catchUp, signers, clock, lifetime, new OcspTally());
    }

    /**
     * @param lifetime how long an answer may be relied on
     * @param tally counts the answers
     */
    public AnswerOcspRequestHandler(
            CertificateAuthority authority,
            CertificateRegister register,
            RegisterCatchUp catchUp,
            OcspSigners signers,
            Clock clock,
            Duration lifetime,
            OcspTally tally) {
        this.tally = tally;
        this.responder = new OcspResponder(authority, register, catchUp, signers, clock, lifetime, tally);
        ahead.allowCoreThreadTimeOut(true);
    }

    @QueryHandler
    public OcspAnswerView handle(AnswerOcspRequest query) {
        try {
            OcspAnswerView answer = responder.answer(OcspRequestReader.read(query.request()));
            registerAway.set(false);
            return answer;
        } catch (OcspRefused refused) {
            return refusal(refused.refusal());
        } catch (DataAccessException away) {
            if (!registerAway.getAndSet(true)) {
                LOG.warn("Certificates' status cannot be looked up for now; whoever asks is told to try later.", away);
            }
            return refusal(OcspRefusal.TRY_LATER);
        } catch (RuntimeException failed) {
            LOG.error("A request for certificates' status could not be answered.", failed);
            return refusal(OcspRefusal.INTERNAL_ERROR);
        }
    }

    @Override
    public void signed(String serialNumber) {
        signAhead(serialNumber);
    }

    @Override
    public void revoked(String serialNumber) {
        signAhead(serialNumber);
    }

    @Override
    public void close() {
        ahead.shutdown();
        try {
            ahead.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many answers are kept. */
    long kept() {
        return responder.kept();
    }

    private void signAhead(String serialNumber) {
        ahead.execute(() -> {
            try {
                responder.signAhead(serialNumber);
            } catch (RuntimeException later) {
                LOG.debug("The answer about {} is signed when it is asked for.", serialNumber, later);
            }
        });
    }

    private OcspAnswerView refusal(OcspRefusal refusal) {
        tally.count(refusal.status());
        return new OcspAnswerView(refusal.response(), null, null);
    }
}
