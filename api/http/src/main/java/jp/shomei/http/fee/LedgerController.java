package jp.shomei.http.fee;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.CloseLedger;
import jp.shomei.contracts.fee.FindLedger;
import jp.shomei.contracts.fee.LedgerFile;
import jp.shomei.contracts.fee.LedgerPage;
import jp.shomei.contracts.fee.LedgerView;
import jp.shomei.contracts.fee.ListLedgerLines;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.message.Parameters;
import jp.shomei.http.openapi.Refuses;
import jp.shomei.http.openapi.SeesChanges;
import jp.shomei.http.openapi.TellsConsistency;
import jp.shomei.http.upload.UploadCharset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The ledger of a billing month (請求月), and closing it (締め). */
@RestController
@RequestMapping("/api/v1/ledgers/{month}")
public class LedgerController {
    private static final int MOST_LINES = 1_000;
    private static final int LINES = 50;
    private static final String DIGEST = "Repr-Digest";
    /** Every bill of the month is begun before the answer. */
    private static final Duration CLOSING = Duration.ofMinutes(30);

    private final Gateways gateways;
    private final FileDownload download;

    /** Sends through these gateways. */
    public LedgerController(Gateways gateways) {
        this.gateways = gateways;
        this.download = new FileDownload(gateways);
    }

    /** A page of lines, the first with the totals. */
    @Operation(
            summary =
                    "The ledger of a billing month: its lines with where collecting stands, in order of institution and"
                            + " charge, the first page with the totals; as text/csv the whole file, of a closed month as it was"
                            + " closed",
            parameters =
                    @Parameter(
                            name = "charset",
                            in = ParameterIn.QUERY,
                            description = "of text/csv: UTF-8 unless windows-31j is given",
                            schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "the ledger",
            headers =
                    @Header(
                            name = DIGEST,
                            description = "of a closed month's file in UTF-8: its SHA-256 digest (RFC 9530),"
                                    + " sha-256=:BASE64:",
                            schema = @Schema(type = "string")),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = LedgerJson.class)),
                @Content(mediaType = UploadCharset.CSV, schema = @Schema(type = "string"))
            })
    @AllowedTo(Role.BILLING)
    @Refuses(ErrorCode.INVALID_FIELDS)
    @SeesChanges
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public Mono<LedgerJson> list(
            @Parameter(description = "such as 2024-06") @PathVariable String month,
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to 1000; 50 if not given") @RequestParam(required = false) @Nullable String limit,
            ServerWebExchange exchange) {
        Parameters typed = new Parameters();
        var known = typed.month("month", month);
        String from = typed.cursor(cursor);
        int most = typed.number("limit", limit, MOST_LINES, LINES);
        typed.check();
        BillingMonth billed = known.orElseThrow();
        return gateways.query(new FindLedger(billed, from == null), LedgerView.class, exchange)
                .zipWith(
                        gateways.query(new ListLedgerLines(billed, from, most), LedgerPage.class, exchange),
                        LedgerJson::of);
    }

    /** The whole file. */
    @Operation(hidden = true) // described with the other form of the same answer
    @AllowedTo(Role.BILLING)
    @Refuses(ErrorCode.INVALID_FIELDS)
    @SeesChanges
    @GetMapping(produces = UploadCharset.CSV)
    public Mono<Void> read(
            @PathVariable String month,
            @RequestParam(required = false) @Nullable String charset,
            ServerWebExchange exchange) {
        BillingMonth known = FeePaths.month(month);
        FileCharset encoding = FileCharset.of(charset, FileCharset.UTF_8);
        FileDownload.Wanted wanted = new FileDownload.Wanted(known, LedgerFile.LEDGER, "ledger", encoding);
        return gateways.query(new FindLedger(known, false), LedgerView.class, exchange)
                .flatMap(ledger -> download.answer(wanted, about(ledger, encoding), exchange));
    }

    /** Closes a month. */
    @Operation(
            summary = "Close a billing month; answers when every bill is being collected and totals and digest of the"
                    + " ledger are on record")
    @ApiResponse(
            responseCode = "200",
            description = "the ledger, without its lines",
            content = @Content(schema = @Schema(implementation = LedgerJson.class)))
    @ApiResponse(
            responseCode = "202",
            description = "closed, but not to be shown in time",
            content = @Content(schema = @Schema(implementation = ClosedMonth.class)))
    @AllowedTo(Role.BILLING)
    @Refuses({ErrorCode.INVALID_FIELDS, ErrorCode.LEDGER_NOT_COMPLETE, ErrorCode.LEDGER_DIFFERS})
    @TellsConsistency
    @PostMapping(path = "/close", produces = MediaType.APPLICATION_JSON_VALUE)
    public Mono<ResponseEntity<Object>> close(@PathVariable String month, ServerWebExchange exchange) {
        BillingMonth known = FeePaths.month(month);
        return gateways.change(new CloseLedger(known), CLOSING, exchange)
                .flatMap(recorded -> gateways.showAfter(recorded, new FindLedger(known, true), LedgerView.class))
                .map(LedgerJson::of)
                .map(ResponseEntity::<Object>ok)
                .defaultIfEmpty(ResponseEntity.accepted().body(new ClosedMonth(known)));
    }

    /**
     * A month that is closed and not yet to be seen so.
     *
     * @param month the billing month
     */
    @Schema(name = "ClosedMonth")
    record ClosedMonth(BillingMonth month) {}

    /** The digest of a file that never changes, as RFC 9530, section 3 has it. */
    private static HttpHeaders about(LedgerView ledger, FileCharset charset) {
        HttpHeaders headers = new HttpHeaders();
        String sha256 = ledger.sha256();
        if (sha256 != null && charset == FileCharset.UTF_8) {
            String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
            headers.set(DIGEST, "sha-256=:" + base64 + ":");
        }
        return headers;
    }
}
