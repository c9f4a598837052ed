package jp.shomei.http.access;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.SslInfo;
import reactor.core.publisher.Mono;

/** The entrance for terminals: the same endpoints, for callers that are known by the certificate they present and nothing else. */
public final class TerminalDoor implements HttpHandler {
    private final HttpHandler inside;
    private final Function<ServerHttpRequest, Optional<X509Certificate>> presented;

    /** An entrance for callers by TLS. */
    public TerminalDoor(HttpHandler inside) {
        this(inside, TerminalDoor::inHandshake);
    }

    /**
     * An entrance.
     *
     * @param presented finds the certificate that the caller presented
     */
    TerminalDoor(HttpHandler inside, Function<ServerHttpRequest, Optional<X509Certificate>> presented) {
        this.inside = inside;
        this.presented = presented;
    }

    @Override
    public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
        TerminalVisit visit = new TerminalVisit(presented.apply(request));
        return inside.handle(request, response).contextWrite(visit.mark());
    }

    private static Optional<X509Certificate> inHandshake(ServerHttpRequest request) {
        SslInfo tls = request.getSslInfo();
        X509Certificate[] chain = tls == null ? null : tls.getPeerCertificates();
        return chain == null || chain.length == 0 ? Optional.empty() : Optional.of(chain[0]);
    }
}
