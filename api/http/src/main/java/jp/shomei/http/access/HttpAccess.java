package jp.shomei.http.access;

import jp.shomei.http.refusal.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtGrantedAuthoritiesConverterAdapter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Who may call. Tokens are this system's own ({@link AccessTokens}), or those of the OIDC issuer named by
 * {@code shomei.oidc.issuer}; never both. On the port for terminals no token counts, but the certificate presented in the
 * TLS handshake. Nothing is remembered between requests.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(OidcProperties.class)
public class HttpAccess {
    private static final String HEALTH = "/actuator/health";
    private static final String METRICS = "/actuator/prometheus";
    private static final String BASE64 = "/ocsp/";
    private static final String NOTHING_EMBEDDED = "default-src 'none'; frame-ancestors 'none'";

    @Bean
    SecurityWebFilterChain httpAccessRules(
            ServerHttpSecurity http,
            @Qualifier("requestMappingHandlerMapping") HandlerMapping endpoints,
            ProblemWriter problems,
            ObjectProvider<AccessTokens> tokens,
            OidcProperties oidc,
            Environment environment) {
        return careful(http)
                .authorizeExchange(rules -> rules.pathMatchers(HEALTH, HEALTH + "/**", "/openapi.json")
                        .permitAll()
                        .pathMatchers(METRICS)
                        .hasAnyRole(Role.OPERATOR.name(), Role.MONITOR.name())
                        .pathMatchers("/actuator/**")
                        .hasRole(Role.OPERATOR.name())
                        .anyExchange()
                        .access(new EndpointAccess(endpoints, false)))
                .oauth2ResourceServer(server -> {
                    server.authenticationEntryPoint(unauthenticated(problems)).accessDeniedHandler(denied(problems));
                    tokens(server, tokens, oidc, environment);
                })
                .exceptionHandling(handling -> handling.authenticationEntryPoint(unauthenticated(problems))
                        .accessDeniedHandler(denied(problems)))
                .build();
    }

    /** The rules of the port for terminals: a certificate makes a caller known there, a token does not. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityWebFilterChain terminalAccessRules(
            ServerHttpSecurity http,
            @Qualifier("requestMappingHandlerMapping") HandlerMapping endpoints,
            ProblemWriter problems,
            ObjectProvider<TerminalCertificates> certificates) {
        return careful(http)
                .securityMatcher(exchange -> TerminalVisit.current()
                        .flatMap(visit -> MatchResult.match())
                        .switchIfEmpty(Mono.defer(MatchResult::notMatch)))
                .addFilterAt(new TerminalAuthentication(certificates, problems), SecurityWebFiltersOrder.AUTHENTICATION)
                .authorizeExchange(rules -> rules.pathMatchers("/actuator/**")
                        .denyAll()
                        .pathMatchers("/openapi.json")
                        .permitAll()
                        .anyExchange()
                        .access(new EndpointAccess(endpoints, true)))
                // nothing that a header could say would help: the certificate belongs into the handshake
                .exceptionHandling(handling -> handling.authenticationEntryPoint((exchange, unknown) ->
                                problems.write(exchange, new AccessDeniedException("no certificate")))
                        .accessDeniedHandler(problems::write))
                .build();
    }

    /**
     * Lets every method through to the router, which knows to answer 405, and keeps the strict rules for the rest. Base64
     * in a path has slashes, which mean nothing there.
     */
    @Bean
    ServerWebExchangeFirewall requestFirewall() {
        StrictServerWebExchangeFirewall firewall = new StrictServerWebExchangeFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        StrictServerWebExchangeFirewall base64 = new StrictServerWebExchangeFirewall();
        base64.setUnsafeAllowAnyHttpMethod(true);
        base64.setAllowUrlEncodedSlash(true);
        base64.setAllowUrlEncodedDoubleSlash(true);
        return exchange -> (isBase64(exchange) ? base64 : firewall).getFirewalledExchange(exchange);
    }

    private static boolean isBase64(ServerWebExchange exchange) {
        return exchange.getRequest().getURI().getRawPath().startsWith(BASE64);
    }

    @Bean
    ServerExchangeRejectedHandler rejectedRequests(ProblemWriter problems) {
        return problems::write;
    }

    private static ServerHttpSecurity careful(ServerHttpSecurity http) {
        return stateless(http)
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING_EMBEDDED)));
    }

    private static ServerHttpSecurity stateless(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance());
    }

    private static void tokens(
            ServerHttpSecurity.OAuth2ResourceServerSpec server,
            ObjectProvider<AccessTokens> tokens,
            OidcProperties oidc,
            Environment environment) {
        String issuer = issuer(oidc, environment);
        if (issuer == null) {
            server.opaqueToken(opaque -> opaque.introspector(new OpaqueTokens(tokens.getObject())));
            return;
        }
        ReactiveJwtAuthenticationConverter converter = new ReactiveJwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(new ReactiveJwtGrantedAuthoritiesConverterAdapter(new JwtRoles()));
        server.jwt(jwt ->
                jwt.jwtDecoder(IssuerTokens.decoder(issuer, oidc.audience())).jwtAuthenticationConverter(converter));
    }

    private static @Nullable String issuer(OidcProperties oidc, Environment environment) {
        String own = oidc.issuer();
        String found =
                own != null ? own : environment.getProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri");
        return found == null || found.isBlank() ? null : found;
    }

    private static ServerAuthenticationEntryPoint unauthenticated(ProblemWriter problems) {
        return (exchange, error) -> {
            exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            return problems.write(exchange, error);
        };
    }

    private static ServerAccessDeniedHandler denied(ProblemWriter problems) {
        return (exchange, error) -> {
            exchange.getResponse()
                    .getHeaders()
                    .set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
            return problems.write(exchange, error);
        };
    }
}
