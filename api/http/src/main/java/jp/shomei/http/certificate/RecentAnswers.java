package jp.shomei.http.certificate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives answers about certificates' status again to whoever gets the same address within a second. Everybody on the way may
 * keep such answers for longer (RFC 5019 section 6); who must know of a revocation at once posts the request or sends a
 * nonce.
 */
public final class RecentAnswers implements WebFilter, Ordered {
    private static final Duration AGE = Duration.ofSeconds(1);
    private static final long MOST_BYTES = 16L * 1024 * 1024;
    private static final List<String> CONDITIONS = List.of(HttpHeaders.IF_NONE_MATCH, HttpHeaders.IF_MODIFIED_SINCE);

    private final Clock clock;
    private final Cache<String, Answer> answers = Caffeine.newBuilder()
            .expireAfterWrite(AGE)
            .maximumWeight(MOST_BYTES)
            .<String, Answer>weigher((path, answer) -> path.length() + answer.body().length)
            .executor(Runnable::run)
            .build();

    /**
     * Holds nothing.
     *
     * @param clock the clock the answers' times are taken from
     */
    public RecentAnswers(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return to(exchange.getRequest()).map(answer -> write(answer, exchange)).orElseGet(() -> chain.filter(exchange));
    }

    /** After those that decide who may ask what. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    /**
     * Keeps an answer for a second, or until then.
     *
     * @param path the path it was got by, as it came
     */
    void keep(String path, ResponseEntity<byte[]> answer, Instant nextUpdate) {
        Optional.ofNullable(answer.getBody())
                .ifPresent(body -> answers.put(path, new Answer(answer.getHeaders(), body, nextUpdate)));
    }

    private Optional<Answer> to(ServerHttpRequest request) {
        return Optional.of(request)
                .filter(asked -> asked.getMethod() == HttpMethod.GET)
                .map(asked -> answers.getIfPresent(asked.getURI().getRawPath()))
                .filter(answer -> clock.instant().isBefore(answer.nextUpdate()))
                // whether the asker has it already is for others to find out
                .filter(answer -> CONDITIONS.stream().noneMatch(request.getHeaders()::containsHeader));
    }

    private static Mono<Void> write(Answer answer, ServerWebExchange exchange) {
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(observed -> observed.setPathPattern(OcspController.GET_PATTERN));
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().putAll(answer.headers());
        response.getHeaders().setContentType(OcspController.RESPONSE_TYPE);
        response.getHeaders().setContentLength(answer.body().length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(answer.body())));
    }

    /** What is given again. */
    private record Answer(HttpHeaders headers, byte[] body, Instant nextUpdate) {}
}
