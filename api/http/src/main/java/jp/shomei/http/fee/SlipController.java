package jp.shomei.http.fee;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jp.shomei.contracts.fee.RenderSlip;
import jp.shomei.contracts.fee.SlipDocument;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.openapi.Refuses;
import jp.shomei.http.openapi.SeesChanges;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The slips (電子証明書発行・更新料払込請求書). */
@RestController
public class SlipController {
    private final Gateways gateways;

    /** Asks through these gateways. */
    public SlipController(Gateways gateways) {
        this.gateways = gateways;
    }

    /** A slip to be printed. */
    @Operation(summary = "The slip of a bill (電子証明書発行・更新料払込請求書, PDF)")
    @ApiResponse(
            responseCode = "200",
            description = "the slip",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @AllowedTo({Role.BILLING, Role.OFFICER, Role.INSTITUTION})
    @Refuses({ErrorCode.BILL_NOT_FOUND, ErrorCode.SLIP_NOT_ISSUED})
    @SeesChanges
    @GetMapping(path = "/api/v1/bills/{billId}/slip.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    public Mono<ResponseEntity<byte[]>> print(@PathVariable String billId, ServerWebExchange exchange) {
        return gateways.query(new RenderSlip(FeePaths.bill(billId)), SlipDocument.class, exchange)
                .map(slip -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + billId + ".pdf\"")
                        .body(slip.pdf()));
    }
}
