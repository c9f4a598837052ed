package jp.shomei.http.access;

import java.util.List;
import java.util.Map;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Lets the security library look tokens up in {@link AccessTokens}. */
final class OpaqueTokens implements ReactiveOpaqueTokenIntrospector {
    private final AccessTokens tokens;

    OpaqueTokens(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<OAuth2AuthenticatedPrincipal> introspect(String token) {
        return Mono.fromCallable(() -> tokens.find(token)
                        .filter(caller -> caller.role().isByToken())
                        .orElseThrow(() -> new BadOpaqueTokenException("unknown")))
                .subscribeOn(Schedulers.boundedElastic())
                .map(OpaqueTokens::principal);
    }

    private static OAuth2AuthenticatedPrincipal principal(Caller caller) {
        return new DefaultOAuth2AuthenticatedPrincipal(
                caller.name(),
                Map.of("sub", caller.name()),
                List.of(new SimpleGrantedAuthority(caller.role().authority())));
    }
}
