package jp.shomei.http.est;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * The two IDs on the mailed notice, sent by HTTP Basic (RFC 7617) as RFC 7030 section 3.2.3 has it.
 *
 * @param requestId リクエストID, the user
 * @param referenceId リファレンスID, the password; secret
 */
record NoticeCredentials(String requestId, String referenceId) {
    private static final String SCHEME = "Basic ";
    private static final int REQUEST_ID_DIGITS = 15;
    private static final int REFERENCE_ID_LIMIT = 64;

    /** What was sent; empty if nothing was, or nothing that could be a notice's. */
    static Optional<NoticeCredentials> in(HttpHeaders headers) {
        String sent = headers.getFirst(HttpHeaders.AUTHORIZATION);
        if (sent == null || !sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(sent.substring(SCHEME.length()).strip());
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 && isRequestId(parts[0]) && isReferenceId(parts[1])
                    ? Optional.of(new NoticeCredentials(parts[0], parts[1]))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static boolean isRequestId(String user) {
        return user.matches("[0-9]{" + REQUEST_ID_DIGITS + "}");
    }

    /** Control characters are not allowed (RFC 7617 section 2). */
    private static boolean isReferenceId(String password) {
        return !password.isBlank()
                && password.length() <= REFERENCE_ID_LIMIT
                && password.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public String toString() {
        return "NoticeCredentials[requestId=" + requestId + "]";
    }
}
