package jp.shomei.http;

import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import reactor.netty.http.server.HttpServer;

/**
 * Hangs up on callers that hold a connection and send little or nothing, so that they cannot use up all connections.
 *
 * @param request the longest a request may take to arrive whole
 * @param idle the longest wait for a request on an open connection
 */
public record SlowCallers(Duration request, Duration idle)
        implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(this::limit);
    }

    /** Puts the limits on a server. */
    public HttpServer limit(HttpServer server) {
        return server.requestTimeout(request).idleTimeout(idle);
    }
}
