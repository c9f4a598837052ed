package jp.shomei.http.message;

import java.util.Optional;
import jp.shomei.contracts.message.Recorded;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * The header that ties a query to a command before it: a command's answer carries it, and a query that sends it back sees
 * that command's events.
 */
public final class ConsistencyToken {
    /** Its name. */
    public static final String HEADER = "Consistency-Token";

    private ConsistencyToken() {}

    /**
     * What the caller has seen recorded.
     *
     * @throws jp.shomei.contracts.refusal.Refused with {@code INVALID_REQUEST} if it is none of ours
     */
    public static Optional<Recorded> of(ServerHttpRequest request) {
        return Optional.ofNullable(request.getHeaders().getFirst(HEADER)).map(Recorded::fromToken);
    }

    /** Tells the caller what was recorded. */
    public static void tell(Recorded recorded, ServerHttpResponse response) {
        response.getHeaders().set(HEADER, recorded.token());
    }
}
