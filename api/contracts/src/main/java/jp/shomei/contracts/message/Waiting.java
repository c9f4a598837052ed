package jp.shomei.contracts.message;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;

/** Waits for answers, never without a deadline. */
public final class Waiting {

    private Waiting() {}

    /**
     * The answer, or whatever was thrown instead of one.
     *
     * @throws Refused with {@link ErrorCode#TEMPORARILY_UNAVAILABLE} if none comes in time
     */
    public static <R> R on(Future<R> answer, Duration deadline) {
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException asItWas) {
                throw asItWas;
            }
            if (failed.getCause() instanceof Error asItWas) {
                throw asItWas;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (TimeoutException late) {
            throw Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE);
        }
    }
}
