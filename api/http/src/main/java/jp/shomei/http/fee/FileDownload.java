package jp.shomei.http.fee;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.FilePart;
import jp.shomei.contracts.fee.LedgerFile;
import jp.shomei.contracts.fee.ReadLedgerFile;
import jp.shomei.http.message.Gateways;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.util.context.ContextView;

/**
 * Hands out a CSV file about a month, however long, at the cost of two parts in memory: while the caller takes one, the
 * next is read, and no more than that one. Nobody asks any more when the caller has gone away.
 */
final class FileDownload {
    /** Who takes longer has stopped reading. */
    private static final Duration LONGEST = Duration.ofHours(1);
    /** The server wants 128 pieces ahead of what the caller has taken, whatever their size: a megabyte of these. */
    private static final int PIECE = 8 * 1024;

    private final Gateways gateways;

    FileDownload(Gateways gateways) {
        this.gateways = gateways;
    }

    /**
     * What is wanted.
     *
     * @param name what to save it as, without the month and what follows the dot
     */
    record Wanted(BillingMonth month, LedgerFile file, String name, FileCharset charset) {}

    /**
     * Answers with a file. A refusal of its first part is answered as such; if a later one cannot be had, the answer breaks
     * off, so that nobody takes it for whole.
     *
     * @param about headers that tell more of it
     */
    Mono<Void> answer(Wanted wanted, HttpHeaders about, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        String name = wanted.name() + "-" + wanted.month() + ".csv";
        return gateways.query(new ReadLedgerFile(wanted.month(), wanted.file(), null), FilePart.class, exchange)
                .flatMap(first -> {
                    HttpHeaders headers = response.getHeaders();
                    headers.setContentType(wanted.charset().csv());
                    headers.setCacheControl(CacheControl.noStore());
                    headers.set(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
                    headers.putAll(about);
                    return response.writeWith(whole(wanted, first, response.bufferFactory()));
                })
                .timeout(LONGEST);
    }

    private Flux<DataBuffer> whole(Wanted wanted, FilePart first, DataBufferFactory buffers) {
        return Flux.deferContextual(caller -> Flux.generate(() -> new Reading(wanted, first, caller), Reading::offer))
                .concatMap(
                        part -> part.flatMapIterable(
                                text -> pieces(wanted.charset().bytes(text))),
                        0)
                .map(buffers::wrap);
    }

    private static List<ByteBuffer> pieces(ByteBuffer part) {
        return IntStream.range(0, Math.ceilDiv(part.limit(), PIECE))
                .mapToObj(index -> part.slice(index * PIECE, Math.min(PIECE, part.limit() - index * PIECE)))
                .toList();
    }

    /** How far the reading of a file is. */
    private final class Reading {
        private final Wanted wanted;
        private final ContextView caller;
        /** None once the last one has come. */
        private volatile @Nullable Mono<FilePart> upcoming;

        Reading(Wanted wanted, FilePart first, ContextView caller) {
            this.wanted = wanted;
            this.caller = caller;
            this.upcoming = Mono.just(first);
        }

        /** Offers the next part, if there is one. */
        Reading offer(SynchronousSink<Mono<String>> offers) {
            Mono<FilePart> part = upcoming;
            if (part == null) {
                offers.complete();
            } else {
                offers.next(part.doOnNext(this::advance).map(FilePart::text));
            }
            return this;
        }

        private void advance(FilePart part) {
            String after = part.next();
            upcoming = after == null ? null : ahead(after);
        }

        /** Asked for at once; if it cannot be had, that is told where it is taken. */
        private Mono<FilePart> ahead(String after) {
            Mono<FilePart> part = read(after).contextWrite(caller).cache();
            part.subscribe(ready -> {}, unavailable -> {});
            return part;
        }

        private Mono<FilePart> read(String after) {
            return gateways.query(
                    new ReadLedgerFile(wanted.month(), wanted.file(), after),
                    ResponseTypes.instanceOf(FilePart.class),
                    Optional.empty());
        }
    }
}
