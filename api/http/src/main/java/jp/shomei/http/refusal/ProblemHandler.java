package jp.shomei.http.refusal;

import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.server.HttpServerResponse;

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
        ServerHttpResponse response = exchange.getResponse();
        return response.isCommitted()
                ? Mono.error(error)
                : writer.write(exchange, error).onErrorComplete(late -> isAnswered(response));
    }

    /** The server below answers by itself what it cannot decode; to the readers of the body, that body just ends. */
    private static boolean isAnswered(ServerHttpResponse response) {
        return ServerHttpResponseDecorator.getNativeResponse(response) instanceof HttpServerResponse below
                && below.hasSentHeaders();
    }

    @Override
    public int getOrder() {
        return BEFORE_THE_FRAMEWORK;
    }
}
