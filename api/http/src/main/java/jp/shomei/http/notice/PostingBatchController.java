package jp.shomei.http.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jp.shomei.contracts.notice.FindPostingBatch;
import jp.shomei.contracts.notice.ListPostingBatches;
import jp.shomei.contracts.notice.PostingBatchPage;
import jp.shomei.contracts.notice.PostingBatchView;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.message.Parameters;
import jp.shomei.http.openapi.Refuses;
import jp.shomei.http.openapi.SeesChanges;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The batches of letters for the forwarding agent (発送代行). */
@RestController
@RequestMapping(path = "/api/v1/posting-batches", produces = MediaType.APPLICATION_JSON_VALUE)
public class PostingBatchController {
    private final Gateways gateways;

    /** Asks through these gateways. */
    public PostingBatchController(Gateways gateways) {
        this.gateways = gateways;
    }

    /** The batches, newest first. */
    @Operation(summary = "The batches of letters for the forwarding agent, newest first")
    @AllowedTo({Role.MAILROOM, Role.OPERATOR})
    @Refuses(ErrorCode.INVALID_FIELDS)
    @SeesChanges
    @GetMapping
    public Mono<PostingBatchPage> list(
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to 200; 50 if not given") @RequestParam(required = false) @Nullable String limit,
            ServerWebExchange exchange) {
        Parameters typed = new Parameters();
        String from = typed.cursor(cursor);
        int most = typed.limit(limit);
        typed.check();
        return gateways.query(new ListPostingBatches(from, most), PostingBatchPage.class, exchange);
    }

    /** One batch. */
    @Operation(summary = "One batch of letters; its digest tells whether its archive is written")
    @AllowedTo({Role.MAILROOM, Role.OPERATOR})
    @Refuses(ErrorCode.POSTING_BATCH_NOT_FOUND)
    @SeesChanges
    @GetMapping("/{batchId}")
    public Mono<PostingBatchView> find(@PathVariable String batchId, ServerWebExchange exchange) {
        return gateways.find(
                new FindPostingBatch(BatchIds.known(batchId)), PostingBatchView.class, BatchIds::notFound, exchange);
    }

    /** Batch IDs in paths. */
    private static final class BatchIds {
        static String known(String batchId) {
            if (!batchId.matches("[A-Za-z0-9-]{1,64}")) {
                throw notFound();
            }
            return batchId;
        }

        static Refused notFound() {
            return Refused.because(ErrorCode.POSTING_BATCH_NOT_FOUND);
        }
    }
}
