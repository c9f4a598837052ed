package jp.shomei.http.fee;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jp.shomei.contracts.fee.BillView;
import jp.shomei.contracts.fee.FindBill;
import jp.shomei.contracts.fee.WriteOffFee;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.openapi.Refuses;
import jp.shomei.http.openapi.SeesChanges;
import jp.shomei.http.openapi.TellsConsistency;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One institution's fees of one billing month. */
@RestController
@RequestMapping(path = "/api/v1/bills/{billId}", produces = MediaType.APPLICATION_JSON_VALUE)
public class BillController {
    private final Gateways gateways;

    /** Sends through these gateways. */
    public BillController(Gateways gateways) {
        this.gateways = gateways;
    }

    /**
     * Giving up what is owed.
     *
     * @param reason why
     */
    @Schema(name = "WriteOff")
    public record WriteOff(@Nullable String reason) {}

    /** One bill. */
    @Operation(summary = "A bill with its lines, its accounts and every step of collecting it")
    @AllowedTo({Role.BILLING, Role.OFFICER, Role.INSTITUTION})
    @Refuses(ErrorCode.BILL_NOT_FOUND)
    @SeesChanges
    @GetMapping
    public Mono<BillView> find(@PathVariable String billId, ServerWebExchange exchange) {
        return OfficeWords.readable(
                gateways.find(new FindBill(FeePaths.bill(billId)), BillView.class, FeePaths::billNotFound, exchange),
                BillView::withoutReasons);
    }

    /** Gives up what is overdue. */
    @Operation(summary = "Give up what is overdue (償却), with the reason")
    @ApiResponse(
            responseCode = "200",
            description = "the bill as it stands now",
            content = @Content(schema = @Schema(implementation = BillView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "recorded, but not to be shown in time",
            content = @Content(schema = @Schema(implementation = RecordedBill.class)))
    @AllowedTo(Role.OFFICER)
    @Refuses({ErrorCode.INVALID_FIELDS, ErrorCode.BILL_NOT_FOUND, ErrorCode.BILL_NOT_OVERDUE})
    @TellsConsistency
    @PostMapping(path = "/write-off", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Mono<ResponseEntity<Object>> writeOff(
            @PathVariable String billId, @RequestBody WriteOff body, ServerWebExchange exchange) {
        String known = FeePaths.bill(billId);
        return gateways.changeAndFind(
                        new WriteOffFee(known, body.reason()), new FindBill(known), BillView.class, exchange)
                .onErrorMap(AggregateNotFoundException.class, unknown -> FeePaths.billNotFound())
                .map(ResponseEntity::<Object>ok)
                .defaultIfEmpty(ResponseEntity.accepted().body(new RecordedBill(known)));
    }

    /**
     * What is on record and not yet to be seen.
     *
     * @param billId the bill
     */
    @Schema(name = "RecordedBill")
    record RecordedBill(String billId) {}
}
