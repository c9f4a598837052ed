package jp.shomei.http.language;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/** The reader's language: Japanese unless English is asked for. */
public final class Language {
    /** What there is, the default first. */
    public static final List<Locale> ALL = List.of(Locale.JAPANESE, Locale.ENGLISH);

    private Language() {}

    /** Says in which language the answer is, and that another reader may get another one. */
    public static void tell(ServerHttpResponse response, Locale language) {
        HttpHeaders headers = response.getHeaders();
        headers.setContentLanguage(language);
        if (!headers.getVary().contains(HttpHeaders.ACCEPT_LANGUAGE)) {
            headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        }
    }

    /** The language that the request's {@code Accept-Language} likes best of those there are. */
    public static Locale of(ServerHttpRequest request) {
        try {
            String header = request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE);
            Locale found = header == null ? null : Locale.lookup(Locale.LanguageRange.parse(header), ALL);
            return found == null ? Locale.JAPANESE : found;
        } catch (IllegalArgumentException unreadable) {
            return Locale.JAPANESE;
        }
    }
}
