package jp.shomei.http.access;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import jp.shomei.http.refusal.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Knows a terminal by its certificate, and asks about that again at every request: a connection may last longer than a
 * certificate is good. Whoever presents one that is not accepted any more is sent away, even from what is open to all.
 */
final class TerminalAuthentication implements WebFilter {
    private final ObjectProvider<TerminalCertificates> certificates;
    private final ProblemWriter problems;

    TerminalAuthentication(ObjectProvider<TerminalCertificates> certificates, ProblemWriter problems) {
        this.certificates = certificates;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return TerminalVisit.current()
                .map(TerminalVisit::certificate)
                .defaultIfEmpty(Optional.empty())
                .flatMap(presented -> presented
                        .map(certificate -> admit(certificate, exchange, chain))
                        .orElseGet(() -> chain.filter(exchange)));
    }

    private Mono<Void> admit(X509Certificate certificate, ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.fromCallable(() -> certificates.getObject().accepts(certificate))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(accepted -> accepted
                        ? chain.filter(exchange)
                                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(known(certificate)))
                        : turnAway(exchange));
    }

    private Mono<Void> turnAway(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
        return problems.write(exchange, new AccessDeniedException("the certificate is not accepted"));
    }

    private static Authentication known(X509Certificate certificate) {
        return new PreAuthenticatedAuthenticationToken(
                TerminalVisit.hex(certificate.getSerialNumber()),
                certificate,
                List.of(new SimpleGrantedAuthority(Role.TERMINAL.authority())));
    }
}
