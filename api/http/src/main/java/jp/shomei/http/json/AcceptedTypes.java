package jp.shomei.http.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.reactive.accept.HeaderContentTypeResolver;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * The media types a caller accepts. A charset it wishes for is not looked at: JSON is UTF-8 and nothing else (RFC 8259),
 * and where there is a choice, the query says which.
 */
final class AcceptedTypes implements RequestedContentTypeResolver {
    private static final String CHARSET = "charset";
    private final RequestedContentTypeResolver header = new HeaderContentTypeResolver();

    @Override
    public List<MediaType> resolveMediaTypes(ServerWebExchange exchange) {
        try {
            return header.resolveMediaTypes(exchange).stream()
                    .map(AcceptedTypes::withoutCharset)
                    .toList();
        } catch (InvalidMimeTypeException tooMany) {
            throw new NotAcceptableStatusException(String.valueOf(tooMany.getMessage()));
        }
    }

    private static MediaType withoutCharset(MediaType accepted) {
        if (accepted.getParameter(CHARSET) == null) {
            return accepted;
        }
        Map<String, String> others = new HashMap<>(accepted.getParameters());
        others.keySet().removeIf(CHARSET::equalsIgnoreCase);
        return new MediaType(accepted, others);
    }
}
