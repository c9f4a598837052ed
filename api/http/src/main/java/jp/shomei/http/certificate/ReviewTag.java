package jp.shomei.http.certificate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * The entity tag of a waiting application (RFC 9110 section 8.8.3): it stands for everything an officer decides on, so
 * that a decision can be bound to what the officer was shown.
 */
final class ReviewTag {
    private static final Pattern TAG = Pattern.compile("\"([0-9a-f]{64})\"");
    private static final String ANY = "*";

    private ReviewTag() {}

    /** Tells the caller what a decision can be bound to, if there is something to decide. */
    static void tell(@Nullable String review, ServerHttpResponse response) {
        if (review != null) {
            response.getHeaders().setETag("\"" + review + "\"");
        }
    }

    /**
     * What the caller's {@code If-Match} binds a decision to; nothing if there is none, or if it is {@code *}.
     *
     * @throws Refused with {@link ErrorCode#INVALID_REQUEST} if it is no tag of ours
     */
    static @Nullable String read(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals(ANY)) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw Refused.because(ErrorCode.INVALID_REQUEST);
        }
        return tag.group(1);
    }
}
