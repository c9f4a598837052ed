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
            return parts.length == 2
                            && parts[0].matches("[0-9]{" + REQUEST_ID_DIGITS + "}")
                            && !parts[1].isBlank()
                            && parts[1].length() <= REFERENCE_ID_LIMIT
                    ? Optional.of(new NoticeCredentials(parts[0], parts[1]))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "NoticeCredentials[requestId=" + requestId + "]";
    }
}
