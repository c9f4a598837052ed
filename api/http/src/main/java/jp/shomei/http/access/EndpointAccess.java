package jp.shomei.http.access;

import java.util.Arrays;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Decides by what the endpoint itself says ({@link AllowedTo}, {@link OpenToAll}), so that a rule can neither be
 * forgotten in a list elsewhere nor miss a spelling of the path. Under {@code /api/} nobody without a token learns even
 * whether a path exists.
 */
final class EndpointAccess implements ReactiveAuthorizationManager<AuthorizationContext> {
    private static final String GUARDED = "/api/";
    private static final AuthorizationDecision GRANTED = new AuthorizationDecision(true);
    private static final AuthorizationDecision DENIED = new AuthorizationDecision(false);
    private final HandlerMapping endpoints;
    private final boolean atTerminals;

    /**
     * Rules of one entrance.
     *
     * @param atTerminals whether it is the one for terminals
     */
    EndpointAccess(HandlerMapping endpoints, boolean atTerminals) {
        this.endpoints = endpoints;
        this.atTerminals = atTerminals;
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> caller, AuthorizationContext context) {
        ServerWebExchange exchange = context.getExchange();
        Mono<AuthorizationResult> nobodyThere = isGuarded(exchange) ? decide(caller) : Mono.just(GRANTED);
        if (HttpMethod.OPTIONS.equals(exchange.getRequest().getMethod())) {
            return nobodyThere;
        }
        return endpoints
                .getHandler(exchange)
                // no such path, method or media type: nothing to protect, and the dispatcher will say which
                .onErrorResume(ErrorResponse.class::isInstance, error -> Mono.empty())
                .flatMap(handler -> decide(handler, caller))
                .switchIfEmpty(Mono.defer(() -> nobodyThere));
    }

    private Mono<AuthorizationResult> decide(Object handler, Mono<Authentication> caller) {
        if (!(handler instanceof HandlerMethod endpoint)) {
            return Mono.just(DENIED);
        }
        if (endpoint.hasMethodAnnotation(AtTerminals.class) && !atTerminals) {
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        if (endpoint.hasMethodAnnotation(OpenToAll.class)) {
            return Mono.just(GRANTED);
        }
        AllowedTo allowed = endpoint.getMethodAnnotation(AllowedTo.class);
        return allowed == null ? Mono.just(DENIED) : decide(caller, allowed.value());
    }

    private static Mono<AuthorizationResult> decide(Mono<Authentication> caller, Role... allowed) {
        return caller.filter(Authentication::isAuthenticated)
                .<AuthorizationResult>map(known -> allowed.length == 0 || hasOneOf(known, allowed) ? GRANTED : DENIED)
                .defaultIfEmpty(DENIED);
    }

    private static boolean hasOneOf(Authentication caller, Role... allowed) {
        return caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(authority ->
                        Arrays.stream(allowed).anyMatch(role -> role.authority().equals(authority)));
    }

    private static boolean isGuarded(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().pathWithinApplication().value().startsWith(GUARDED);
    }
}
