package jp.shomei.http.fee;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Map;
import java.util.Optional;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.LedgerFile;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.openapi.Refuses;
import jp.shomei.http.openapi.SeesChanges;
import jp.shomei.http.upload.UploadCharset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The files for the payment system. */
@RestController
public class LedgerFileController {
    private static final Map<String, LedgerFile> FILES = Map.of(
            "deductions", LedgerFile.FIRST_DEDUCTIONS,
            "second-deductions", LedgerFile.SECOND_DEDUCTIONS,
            "slips", LedgerFile.SLIPS,
            "refunds", LedgerFile.REFUNDS);
    private final FileDownload download;

    /** Asks through these gateways. */
    public LedgerFileController(Gateways gateways) {
        this.download = new FileDownload(gateways);
    }

    /** A file for the payment system. */
    @Operation(
            summary =
                    "What the payment system is to do about a billing month: deduct, deduct once more, expect by slip,"
                            + " pay out (CSV)")
    @ApiResponse(
            responseCode = "200",
            description = "the file",
            content = @Content(mediaType = UploadCharset.CSV, schema = @Schema(type = "string")))
    @AllowedTo(Role.BILLING)
    @Refuses({ErrorCode.INVALID_FIELDS, ErrorCode.NOT_FOUND, ErrorCode.LEDGER_OPEN})
    @SeesChanges
    @GetMapping(path = "/api/v1/ledgers/{month}/files/{file}.csv", produces = UploadCharset.CSV)
    public Mono<Void> read(
            @Parameter(description = "such as 2024-06") @PathVariable String month,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"deductions", "second-deductions", "slips", "refunds"}))
                    @PathVariable
                    String file,
            @Parameter(description = "windows-31j, unless UTF-8 is given") @RequestParam(required = false) @Nullable String charset,
            ServerWebExchange exchange) {
        BillingMonth known = FeePaths.month(month);
        LedgerFile wanted =
                Optional.ofNullable(FILES.get(file)).orElseThrow(() -> Refused.because(ErrorCode.NOT_FOUND));
        FileCharset encoding = FileCharset.of(charset, FileCharset.WINDOWS_31J);
        return download.answer(new FileDownload.Wanted(known, wanted, file, encoding), new HttpHeaders(), exchange);
    }
}
