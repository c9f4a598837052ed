package jp.shomei.http.fee;

import java.time.Duration;
import java.util.Optional;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.FilePart;
import jp.shomei.contracts.fee.LedgerFile;
import jp.shomei.contracts.fee.ReadLedgerFile;
import jp.shomei.http.message.Gateways;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/**
 * Hands out a CSV file about a month, however long, at the cost of one part in memory: a part is asked for when the one
 * before it is on its way. Nobody asks any more when the caller has gone away.
 */
final class FileDownload {
    /** Who takes longer has stopped reading. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Gateways gateways;

    FileDownload(Gateways gateways) {
        this.gateways = gateways;
    }

    /**
     * Answers with a file. A refusal of its first part is answered as such; if a later one cannot be had, the answer breaks
     * off, so that nobody takes it for whole.
     *
     * @param name what to save it as, without what follows the dot
     */
    Mono<Void> answer(
            BillingMonth month, LedgerFile file, String name, FileCharset charset, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        return gateways.query(new ReadLedgerFile(month, file, null), FilePart.class, exchange)
                .flatMap(first -> {
                    HttpHeaders headers = response.getHeaders();
                    headers.setContentType(charset.csv());
                    headers.setCacheControl(CacheControl.noStore());
                    headers.set(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"");
                    // each part is flushed, and the next one waited for, before another is asked for
                    return response.writeAndFlushWith(parts(month, file, first)
                            .map(part -> part.map(text ->
                                    (DataBuffer) response.bufferFactory().wrap(charset.bytes(text)))));
                })
                .timeout(LONGEST);
    }

    private Flux<Mono<String>> parts(BillingMonth month, LedgerFile file, FilePart first) {
        return Flux.generate(() -> new Reading(month, file, first), Reading::offer);
    }

    /** How far the reading of a file is. */
    private final class Reading {
        private final BillingMonth month;
        private final LedgerFile file;
        private volatile Mono<FilePart> upcoming;
        private volatile boolean ended;

        Reading(BillingMonth month, LedgerFile file, FilePart first) {
            this.month = month;
            this.file = file;
            this.upcoming = Mono.just(first);
        }

        /** Offers the part that comes next when it is taken. More may be offered than there are: those are empty. */
        Reading offer(SynchronousSink<Mono<String>> offers) {
            if (ended) {
                offers.complete();
            } else {
                offers.next(Mono.defer(() -> upcoming).doOnNext(this::advance).map(FilePart::text));
            }
            return this;
        }

        private void advance(FilePart part) {
            String after = part.next();
            ended = after == null;
            upcoming = after == null ? Mono.empty() : read(after);
        }

        private Mono<FilePart> read(String after) {
            return gateways.query(
                    new ReadLedgerFile(month, file, after), ResponseTypes.instanceOf(FilePart.class), Optional.empty());
        }
    }
}
