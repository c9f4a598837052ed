package jp.shomei.app.start;

import jp.shomei.ca.authority.AuthorityUnusable;
import jp.shomei.ca.secret.SecretUnusable;
import jp.shomei.ca.token.TokenRefused;
import jp.shomei.ca.token.TokenUnavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Shows the operator what to do, instead of a stack trace, when a start is refused. */
public final class StartRefusedAnalyzer implements FailureAnalyzer {

    private static final int DEEPEST = 50;

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof StartRefused
                    || cause instanceof AuthorityUnusable
                    || cause instanceof SecretUnusable
                    || cause instanceof TokenRefused
                    || cause instanceof TokenUnavailable) {
                return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
            }
        }
        return null;
    }
}
