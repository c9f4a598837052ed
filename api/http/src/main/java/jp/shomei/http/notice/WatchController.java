package jp.shomei.http.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.function.BiFunction;
import jp.shomei.contracts.notice.ListLateNotices;
import jp.shomei.contracts.notice.ListReturnedNotices;
import jp.shomei.contracts.notice.NoticePage;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.message.Parameters;
import jp.shomei.http.openapi.Refuses;
import jp.shomei.http.openapi.SeesChanges;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The notices that somebody has to see to. */
@RestController
@RequestMapping(path = "/api/v1/notices", produces = MediaType.APPLICATION_JSON_VALUE)
public class WatchController {
    private final Gateways gateways;

    /** Asks through these gateways. */
    public WatchController(Gateways gateways) {
        this.gateways = gateways;
    }

    /** The notices that came back. */
    @Operation(summary = "The notices that came back and are to be seen to (不達), without reference IDs")
    @AllowedTo({Role.OFFICER, Role.MAILROOM})
    @Refuses(ErrorCode.INVALID_FIELDS)
    @SeesChanges
    @GetMapping("/returned")
    public Mono<NoticeController.Notices> returned(
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to 200; 50 if not given") @RequestParam(required = false) @Nullable String limit,
            ServerWebExchange exchange) {
        return page(cursor, limit, ListReturnedNotices::new, exchange);
    }

    /** The notices that are late. */
    @Operation(
            summary = "The notices not posted by the day promised, or posted 14 days ago and not heard of since,"
                    + " without reference IDs")
    @AllowedTo({Role.OFFICER, Role.MAILROOM})
    @Refuses(ErrorCode.INVALID_FIELDS)
    @SeesChanges
    @GetMapping("/late")
    public Mono<NoticeController.Notices> late(
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to 200; 50 if not given") @RequestParam(required = false) @Nullable String limit,
            ServerWebExchange exchange) {
        return page(cursor, limit, ListLateNotices::new, exchange);
    }

    private Mono<NoticeController.Notices> page(
            @Nullable String cursor,
            @Nullable String limit,
            BiFunction<@Nullable String, Integer, Object> query,
            ServerWebExchange exchange) {
        Parameters typed = new Parameters();
        String from = typed.cursor(cursor);
        int most = typed.limit(limit);
        typed.check();
        return gateways.query(query.apply(from, most), NoticePage.class, exchange)
                .map(NoticeController.Notices::of);
    }
}
