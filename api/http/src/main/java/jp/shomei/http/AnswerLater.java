package jp.shomei.http;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Leaves the event loop before anything else. Reactor Netty 1.3.7 stops reading a kept-alive connection when a request
 * that had to wait behind another one is answered on the event loop at once, as a refusal without a token is: the next
 * request on that connection would then hang (reactor-netty issue 4361).
 */
final class AnswerLater implements WebFilter, Ordered {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).subscribeOn(Schedulers.parallel());
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
