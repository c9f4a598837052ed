package jp.shomei.http.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.message.Origin;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Keeps one uploaded file at a time on disk, so that its size never costs memory. */
public final class UploadSpool {
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Path directory;
    private final long limit;
    private final ErrorCode running;

    /**
     * A spool.
     *
     * @param directory where files are kept while they are worked on
     * @param limit the largest file, in bytes
     * @param running what a second file at the same time is refused with
     */
    public UploadSpool(Path directory, long limit, ErrorCode running) {
        this.directory = directory;
        this.limit = limit;
        this.running = running;
    }

    /** What is done with a file. */
    @FunctionalInterface
    public interface Work<R> {
        /**
         * Does it; may block.
         *
         * @param file the file
         * @param declared the charset it is said to be in
         * @param origin who sent it
         */
        R on(Path file, Optional<Charset> declared, Origin origin) throws Exception;
    }

    /**
     * Writes the request's body to a file and works on it, off the event loop, when the whole body is there. The file is
     * deleted afterwards, whatever happens. A caller that goes away does not stop work that has begun.
     */
    public <R> Mono<R> receive(ServerHttpRequest request, Work<R> work) {
        Optional<Charset> declared = UploadCharset.declared(request.getHeaders().getContentType());
        return Origin.current()
                .flatMap(origin -> spooled(
                        request, file -> Gateways.work(() -> file.use(path -> work.on(path, declared, origin)))));
    }

    private <R> Mono<R> spooled(ServerHttpRequest request, Function<SpooledFile, Mono<R>> work) {
        if (request.getHeaders().getContentLength() > limit) {
            return Mono.error(tooLarge());
        }
        return Mono.defer(() -> {
            if (!busy.compareAndSet(false, true)) {
                return Mono.error(Refused.because(running));
            }
            SpooledFile file = new SpooledFile(() -> busy.set(false));
            return Mono.fromCallable(() -> file.create(directory))
                    .subscribeOn(Schedulers.boundedElastic())
                    .flatMap(path -> DataBufferUtils.write(bounded(request.getBody()), path, StandardOpenOption.WRITE))
                    .then(Mono.defer(() -> work.apply(file)))
                    .doFinally(ended -> file.abandon());
        });
    }

    private Flux<DataBuffer> bounded(Flux<DataBuffer> body) {
        AtomicLong received = new AtomicLong();
        return body.handle((buffer, sink) -> {
            if (received.addAndGet(buffer.readableByteCount()) > limit) {
                DataBufferUtils.release(buffer);
                sink.error(tooLarge());
            } else {
                sink.next(buffer);
            }
        });
    }

    private static Refused tooLarge() {
        return Refused.because(ErrorCode.BODY_TOO_LARGE);
    }

    /** Deletes a file that nobody else knows. */
    static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }
}
