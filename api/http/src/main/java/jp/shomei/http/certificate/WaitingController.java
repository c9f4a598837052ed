package jp.shomei.http.certificate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.function.BiFunction;
import jp.shomei.contracts.certificate.ListRevocationRequests;
import jp.shomei.contracts.certificate.ListWaitingApplications;
import jp.shomei.contracts.certificate.RevocationRequestPage;
import jp.shomei.contracts.certificate.WaitingApplicationPage;
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

/** What waits for an officer, the oldest first. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
public class WaitingController {
    private final Gateways gateways;

    /** Asks through these gateways. */
    public WaitingController(Gateways gateways) {
        this.gateways = gateways;
    }

    /** The applications that wait. */
    @Operation(summary = "The applications that wait for an officer, oldest first (発行承認待ち)")
    @AllowedTo(Role.OFFICER)
    @Refuses(ErrorCode.INVALID_FIELDS)
    @SeesChanges
    @GetMapping("/applications")
    public Mono<WaitingApplicationPage> applications(
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to 200; 50 if not given") @RequestParam(required = false) @Nullable String limit,
            ServerWebExchange exchange) {
        return page(cursor, limit, ListWaitingApplications::new, WaitingApplicationPage.class, exchange);
    }

    /** The requests to revoke that wait. */
    @Operation(summary = "The requests to revoke that wait for an officer, oldest first (失効承認待ち)")
    @AllowedTo(Role.OFFICER)
    @Refuses(ErrorCode.INVALID_FIELDS)
    @SeesChanges
    @GetMapping("/revocations")
    public Mono<RevocationRequestPage> revocations(
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to 200; 50 if not given") @RequestParam(required = false) @Nullable String limit,
            ServerWebExchange exchange) {
        return page(cursor, limit, ListRevocationRequests::new, RevocationRequestPage.class, exchange);
    }

    private <P> Mono<P> page(
            @Nullable String cursor,
            @Nullable String limit,
            BiFunction<@Nullable String, Integer, Object> query,
            Class<P> page,
            ServerWebExchange exchange) {
        Parameters typed = new Parameters();
        String from = typed.cursor(cursor);
        int most = typed.limit(limit);
        typed.check();
        return gateways.query(query.apply(from, most), page, exchange);
    }
}
