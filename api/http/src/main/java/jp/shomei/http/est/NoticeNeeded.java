package jp.shomei.http.est;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The IDs on the notice were not sent, or are wrong: asks for them by HTTP Basic. */
final class NoticeNeeded extends ResponseStatusException {
    private static final long serialVersionUID = 1L;
    private static final String CHALLENGE = "Basic realm=\"Shomei: request ID and reference ID\", charset=\"UTF-8\"";

    NoticeNeeded() {
        super(HttpStatus.UNAUTHORIZED);
    }

    @Override
    public HttpHeaders getHeaders() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        return headers;
    }
}
