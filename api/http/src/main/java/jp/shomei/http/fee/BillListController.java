package jp.shomei.http.fee;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jp.shomei.contracts.fee.BalanceView;
import jp.shomei.contracts.fee.BillPage;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.FindBalance;
import jp.shomei.contracts.fee.ListBills;
import jp.shomei.contracts.fee.ListInstitutionBills;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.message.InstitutionPage;
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

/** The bills of a month, what they come to, and the bills of an institution. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
public class BillListController {
    private final Gateways gateways;

    /** Asks through these gateways. */
    public BillListController(Gateways gateways) {
        this.gateways = gateways;
    }

    /** The bills of a month. */
    @Operation(
            summary = "The bills of a billing month, in order of institution, with what each comes to and still owes")
    @AllowedTo({Role.BILLING, Role.AUDITOR})
    @Refuses(ErrorCode.INVALID_FIELDS)
    @SeesChanges
    @GetMapping("/ledgers/{month}/bills")
    public Mono<BillPage> ofMonth(
            @Parameter(description = "such as 2024-06") @PathVariable String month,
            @Parameter(description = "only those that stand so", schema = @Schema(implementation = BillStatus.class))
                    @RequestParam(required = false)
                    @Nullable String status,
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to 200; 50 if not given") @RequestParam(required = false) @Nullable String limit,
            ServerWebExchange exchange) {
        Parameters typed = new Parameters();
        var known = typed.month("month", month);
        var only = typed.optionalChoice("status", status, BillStatus.class);
        String from = typed.cursor(cursor);
        int most = typed.limit(limit);
        typed.check();
        return gateways.query(
                new ListBills(known.orElseThrow(), only.orElse(null), from, most), BillPage.class, exchange);
    }

    /** The trial balance of a month. */
    @Operation(summary = "The trial balance (試算表) of a billing month: every account, and their sum, which is zero")
    @AllowedTo({Role.BILLING, Role.AUDITOR})
    @Refuses(ErrorCode.INVALID_FIELDS)
    @SeesChanges
    @GetMapping("/ledgers/{month}/balance")
    public Mono<BalanceView> balance(
            @Parameter(description = "such as 2024-06") @PathVariable String month, ServerWebExchange exchange) {
        return gateways.query(new FindBalance(FeePaths.month(month)), BalanceView.class, exchange);
    }

    /** The bills of an institution. */
    @Operation(summary = "The bills of an institution, newest month first")
    @AllowedTo({Role.INSTITUTION, Role.BILLING, Role.OFFICER})
    @Refuses({ErrorCode.INVALID_FIELDS, ErrorCode.INSTITUTION_NOT_FOUND})
    @SeesChanges
    @GetMapping("/institutions/{code}/bills")
    public Mono<BillPage> ofInstitution(
            @PathVariable String code,
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to 200; 50 if not given") @RequestParam(required = false) @Nullable String limit,
            ServerWebExchange exchange) {
        InstitutionPage page = InstitutionPage.of(code, cursor, limit);
        return gateways.query(
                new ListInstitutionBills(page.institution(), page.cursor(), page.limit()), BillPage.class, exchange);
    }
}
