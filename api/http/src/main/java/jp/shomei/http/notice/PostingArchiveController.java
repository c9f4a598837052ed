package jp.shomei.http.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import jp.shomei.contracts.notice.ArchivePart;
import jp.shomei.contracts.notice.FindPostingBatch;
import jp.shomei.contracts.notice.PostingBatchView;
import jp.shomei.contracts.notice.ReadPostingArchive;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.openapi.Refuses;
import jp.shomei.http.openapi.SeesChanges;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The archives for the forwarding agent (発送代行). */
@RestController
public class PostingArchiveController {
    private static final String ZIP = "application/zip";
    private static final String DIGEST = "Repr-Digest";
    private final Gateways gateways;

    /** Asks through these gateways. */
    public PostingArchiveController(Gateways gateways) {
        this.gateways = gateways;
    }

    /** A batch's archive, part by part, so that its size never costs memory. */
    @Operation(summary = "A posting batch's letters and their manifest (ZIP), with reference IDs")
    @ApiResponse(
            responseCode = "200",
            description = "the archive",
            headers =
                    @Header(
                            name = DIGEST,
                            description = "the archive's SHA-256 digest (RFC 9530), sha-256=:BASE64:",
                            schema = @Schema(type = "string")),
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    @AllowedTo(Role.MAILROOM)
    @Refuses({ErrorCode.POSTING_BATCH_NOT_FOUND, ErrorCode.POSTING_BATCH_NOT_SEALED, ErrorCode.POSTING_ARCHIVE_DIFFERS})
    @SeesChanges
    @GetMapping(path = "/api/v1/posting-batches/{batchId}.zip", produces = ZIP)
    public Mono<ResponseEntity<Flux<DataBuffer>>> read(@PathVariable String batchId, ServerWebExchange exchange) {
        if (!batchId.matches("[A-Za-z0-9-]{1,64}")) {
            return Mono.error(PostingArchiveController::notFound);
        }
        DataBufferFactory buffers = exchange.getResponse().bufferFactory();
        return gateways.find(
                        new FindPostingBatch(batchId),
                        PostingBatchView.class,
                        PostingArchiveController::notFound,
                        exchange)
                .map(batch -> Optional.ofNullable(batch.sha256())
                        .orElseThrow(() -> Refused.because(ErrorCode.POSTING_BATCH_NOT_SEALED)))
                .flatMap(sha256 -> part(batchId, 0).map(first -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentLength(first.total())
                        .header(DIGEST, digest(sha256))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + batchId + ".zip\"")
                        .body(whole(batchId, first).map(part -> buffers.wrap(part.bytes())))));
    }

    private Flux<ArchivePart> whole(String batchId, ArchivePart first) {
        int length = first.bytes().length;
        if (length >= first.total()) {
            return Flux.just(first);
        }
        long others = Math.ceilDiv(first.total() - length, length);
        Flux<ArchivePart> following =
                Flux.range(1, Math.toIntExact(others)).concatMap(index -> part(batchId, (long) index * length), 1);
        return Flux.just(first).concatWith(following);
    }

    private Mono<ArchivePart> part(String batchId, long offset) {
        return gateways.query(
                new ReadPostingArchive(batchId, offset), ResponseTypes.instanceOf(ArchivePart.class), Optional.empty());
    }

    /** A digest as RFC 9530, section 3 has it. */
    private static String digest(String hexadecimal) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hexadecimal)) + ":";
    }

    private static Refused notFound() {
        return Refused.because(ErrorCode.POSTING_BATCH_NOT_FOUND);
    }
}
