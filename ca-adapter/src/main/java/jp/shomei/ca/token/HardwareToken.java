package jp.shomei.ca.token;

import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.UnrecoverableKeyException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import jp.shomei.ca.x509.AuthorityAlgorithm;
import jp.shomei.ca.x509.SigningAlgorithm;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * A hardware token (PKCS#11) and the keys on it. One thread speaks to it, since nothing stops a call into a library that
 * does not return: whoever waits for an answer leaves at the deadline. After a failure the library is begun anew, so that
 * a token that was away works again without a restart of the system.
 */
public final class HardwareToken implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HardwareToken.class);
    private static final int WAITING = 32;

    private final TokenSettings settings;
    private final ThreadPoolExecutor thread;
    private @Nullable TokenSession session;
    private @Nullable TokenRefused refused;

    /** Nothing is spoken to before the first use. */
    public HardwareToken(TokenSettings settings) {
        this.settings = settings;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("hardware-token-", 0).factory());
        thread.allowCoreThreadTimeOut(true);
    }

    private interface Use<T> {
        T of(TokenSession session) throws GeneralSecurityException;
    }

    /**
     * Whether a key is on the token.
     *
     * @throws TokenUnavailable if the token does not answer
     * @throws TokenRefused if it lets nobody in
     */
    public boolean has(String alias) {
        return call(() -> withSecondTry(session -> session.has(alias)));
    }

    /**
     * Signs with a key on the token. What a late token signs after the deadline is thrown away.
     *
     * @throws TokenUnavailable if the token does not answer, or has no such key
     * @throws TokenRefused if it lets nobody in
     */
    public byte[] sign(String alias, SigningAlgorithm algorithm, byte[] content) {
        return call(() -> withSecondTry(session -> session.sign(alias, algorithm, content)));
    }

    /**
     * Makes a key pair that never leaves the token.
     *
     * @param name what the private key is to be called, by its public half
     * @throws TokenUnavailable if the token does not answer, or makes no such keys
     * @throws TokenRefused if it lets nobody in
     */
    public PublicKey generate(Function<PublicKey, String> name, AuthorityAlgorithm algorithm) {
        return call(() -> {
            withSecondTry(open -> open.has(""));
            return withoutSecondTry(open -> open.generate(name, algorithm));
        });
    }

    /** Its label, for messages. */
    public String label() {
        return settings.label();
    }

    /** Lets go of the token once it is done with what it is asked to do. */
    @Override
    public void close() {
        try {
            submit(() -> {
                drop();
                return true;
            });
        } catch (TokenUnavailable busy) {
            LOG.info("The token {} is left as it is: {}", settings.label(), busy.getMessage());
        }
        thread.shutdown();
    }

    private <T> T call(Callable<T> work) {
        Future<T> answer = submit(work);
        try {
            return answer.get(settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(false);
            throw unavailable("does not answer within " + settings.deadline().toMillis() + " ms", late);
        } catch (InterruptedException stopped) {
            answer.cancel(false);
            Thread.currentThread().interrupt();
            throw unavailable("was not waited for", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException asItWas) {
                throw asItWas;
            }
            throw unavailable("cannot be used", failed.getCause());
        }
    }

    private <T> Future<T> submit(Callable<T> work) {
        try {
            return thread.submit(() -> library().alone(settings.deadline(), work));
        } catch (RejectedExecutionException full) {
            throw unavailable("does not answer, and enough wait for it", full);
        }
    }

    private <T> T withoutSecondTry(Use<T> use) {
        try {
            return use.of(opened());
        } catch (GeneralSecurityException | ProviderException | InvalidParameterException failed) {
            drop();
            throw unavailable("could not do what it was asked", failed);
        }
    }

    private <T> T withSecondTry(Use<T> use) {
        try {
            return use.of(opened());
        } catch (GeneralSecurityException | ProviderException | InvalidParameterException failed) {
            LOG.info("The token {} is opened anew: {}", settings.label(), failed.toString());
            drop();
        }
        try {
            library().restart();
            return use.of(opened());
        } catch (UnrecoverableKeyException lost) {
            throw new TokenRefused(String.valueOf(lost.getMessage()), lost);
        } catch (GeneralSecurityException | ProviderException | InvalidParameterException failed) {
            drop();
            throw unavailable("cannot be used", failed);
        }
    }

    private TokenSession opened() throws GeneralSecurityException {
        if (refused != null) {
            throw refused;
        }
        if (session == null) {
            try {
                session = TokenSession.open(settings, library());
            } catch (TokenRefused lockedOut) {
                refused = lockedOut;
                throw lockedOut;
            }
        }
        return session;
    }

    private void drop() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private Cryptoki library() {
        return Cryptoki.of(settings.library());
    }

    private TokenUnavailable unavailable(String what, @Nullable Throwable why) {
        String reason = why instanceof GeneralSecurityException || why instanceof ProviderException
                ? " (" + innermost(why) + ")"
                : "";
        return new TokenUnavailable(
                "the token " + settings.label() + " at " + settings.library() + " " + what + reason, why);
    }

    private static @Nullable String innermost(Throwable failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
    }
}
