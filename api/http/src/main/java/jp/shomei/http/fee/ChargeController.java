package jp.shomei.http.fee;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.fee.ChargeView;
import jp.shomei.contracts.fee.Charges;
import jp.shomei.contracts.fee.FindCharge;
import jp.shomei.contracts.fee.ListCharges;
import jp.shomei.contracts.fee.ReverseCharge;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.openapi.Refuses;
import jp.shomei.http.openapi.SeesChanges;
import jp.shomei.http.openapi.TellsConsistency;
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

/** Why something is charged, and taking it back. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
public class ChargeController {
    private final Gateways gateways;

    /** Sends through these gateways. */
    public ChargeController(Gateways gateways) {
        this.gateways = gateways;
    }

    /**
     * Taking a charge back.
     *
     * @param reason why
     */
    @Schema(name = "Reversal")
    public record Reversal(@Nullable String reason) {}

    /** Why something is charged. */
    @Operation(summary = "Why something is charged: its line, its event, what caused it, and what took it back")
    @AllowedTo({Role.BILLING, Role.OFFICER, Role.AUDITOR})
    @Refuses(ErrorCode.CHARGE_NOT_FOUND)
    @SeesChanges
    @GetMapping("/charges/{chargeId}")
    public Mono<ChargeView> find(@PathVariable String chargeId, ServerWebExchange exchange) {
        return known(FeePaths.charge(chargeId), exchange);
    }

    /** Everything that was charged for a certificate. */
    @Operation(summary = "Everything that was charged for a certificate, the postage of its notices among it")
    @AllowedTo({Role.BILLING, Role.OFFICER, Role.AUDITOR, Role.INSTITUTION})
    @Refuses(ErrorCode.CERTIFICATE_NOT_FOUND)
    @SeesChanges
    @GetMapping("/certificates/{requestId}/charges")
    public Mono<Charges> ofCertificate(@PathVariable String requestId, ServerWebExchange exchange) {
        if (!RequestId.isWellFormed(requestId)) {
            throw Refused.because(ErrorCode.CERTIFICATE_NOT_FOUND);
        }
        return OfficeWords.readable(
                gateways.query(new ListCharges(requestId), Charges.class, exchange), Charges::withoutReasons);
    }

    /** Takes a charge back. */
    @Operation(
            summary =
                    "Take a charge back, with the reason: a line with the opposite amount follows in the next open month")
    @ApiResponse(
            responseCode = "200",
            description = "the charge as it stands now",
            content = @Content(schema = @Schema(implementation = ChargeView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "recorded, but not to be shown in time",
            content = @Content(schema = @Schema(implementation = RecordedReversal.class)))
    @AllowedTo(Role.OFFICER)
    @Refuses({
        ErrorCode.INVALID_FIELDS,
        ErrorCode.CHARGE_NOT_FOUND,
        ErrorCode.CHARGE_REVERSED,
        ErrorCode.BILL_WRITTEN_OFF,
        ErrorCode.REVERSAL_IS_FINAL
    })
    @SeesChanges
    @TellsConsistency
    @PostMapping(path = "/charges/{chargeId}/reversal", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Mono<ResponseEntity<Object>> reverse(
            @PathVariable String chargeId, @RequestBody Reversal body, ServerWebExchange exchange) {
        String wanted = FeePaths.charge(chargeId);
        return known(wanted, exchange)
                .flatMap(charge -> gateways.changeAndFind(
                        new ReverseCharge(charge.line().billId(), wanted, body.reason()),
                        new FindCharge(wanted),
                        ChargeView.class,
                        exchange))
                .map(ResponseEntity::<Object>ok)
                .defaultIfEmpty(ResponseEntity.accepted().body(new RecordedReversal(wanted)));
    }

    /**
     * What is on record and not yet to be seen.
     *
     * @param chargeId the charge that is taken back
     */
    @Schema(name = "RecordedReversal")
    record RecordedReversal(String chargeId) {}

    private Mono<ChargeView> known(String chargeId, ServerWebExchange exchange) {
        return gateways.find(new FindCharge(chargeId), ChargeView.class, FeePaths::chargeNotFound, exchange);
    }
}
