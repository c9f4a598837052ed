package jp.shomei.http.refusal;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/** The last one to see an error, from wherever it comes: endpoint, filter, codec or router. */
public final class ProblemHandler implements WebExceptionHandler, Ordered {
    private static final int BEFORE_THE_FRAMEWORK = -10;
    private final ProblemWriter writer;

    /** Answers with this writer. */
    public ProblemHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (error instanceof AbortedException) {
            // the caller is gone, or the server below was the first to answer
            return Mono.empty();
        }
        return exchange.getResponse().isCommitted() ? Mono.error(error) : writer.write(exchange, error);
    }

    @Override
    public int getOrder() {
        return BEFORE_THE_FRAMEWORK;
    }
}
