package jp.shomei.http.fee;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.ResultsReport;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.ConsistencyToken;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.message.Origin;
import jp.shomei.http.openapi.SeesChanges;
import jp.shomei.http.openapi.TellsConsistency;
import jp.shomei.http.upload.UploadCharset;
import jp.shomei.http.upload.UploadSpool;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Recording what the payment system reports of deductions, slips and refunds. */
@RestController
@RequestMapping(path = "/api/v1/ledgers/{month}/results", produces = MediaType.APPLICATION_JSON_VALUE)
public class PaymentResultsController {
    private final UploadSpool spool;
    private final PaymentResults results;

    /** Keeps files in this spool while they are recorded through these gateways; today is by this clock. */
    public PaymentResultsController(UploadSpool paymentResultsSpool, Gateways gateways, Clock clock) {
        this.spool = paymentResultsSpool;
        this.results = new PaymentResults(gateways, clock);
    }

    /**
     * What became of a list.
     *
     * @param lines how many lines it has
     * @param repeated whether the very same list was recorded before, so that this time nothing was done
     */
    @Schema(name = "PaymentResultsReport")
    public record Report(int lines, boolean repeated) {}

    /** Records a JSON array. */
    @Operation(
            summary =
                    "Record what the payment system reports of the bills of a month (JSON or CSV; outcome is DEDUCTED,"
                            + " INSUFFICIENT, PAID or UNPAID), all of it or nothing",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        array = @ArraySchema(schema = @Schema(implementation = ResultForm.class))),
                                @Content(
                                        mediaType = UploadCharset.CSV,
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(ResultForm.HEADER))
                            }))
    @AllowedTo(Role.BILLING)
    @RefusesResults
    @SeesChanges
    @TellsConsistency
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    public Mono<Report> recordArray(
            @PathVariable String month,
            @org.springframework.web.bind.annotation.RequestBody List<@Nullable ResultForm> body,
            ServerWebExchange exchange) {
        BillingMonth known = FeePaths.month(month);
        Optional<Recorded> seen = ConsistencyToken.of(exchange.getRequest());
        return answer(
                Origin.current()
                        .flatMap(origin -> Gateways.work(
                                () -> results.record(known, body, new PaymentResults.Sender(origin, seen)))),
                exchange);
    }

    /** Records a CSV file. */
    @Operation(hidden = true) // described with the other form of the same request
    @AllowedTo(Role.BILLING)
    @RefusesResults
    @SeesChanges
    @TellsConsistency
    @PostMapping(consumes = UploadCharset.CSV)
    public Mono<Report> recordFile(@PathVariable String month, ServerWebExchange exchange) {
        BillingMonth known = FeePaths.month(month);
        Optional<Recorded> seen = ConsistencyToken.of(exchange.getRequest());
        return answer(
                spool.receive(
                        exchange.getRequest(),
                        (file, charset, origin) ->
                                results.record(known, file, charset, new PaymentResults.Sender(origin, seen))),
                exchange);
    }

    private static Mono<Report> answer(Mono<ResultsReport> recording, ServerWebExchange exchange) {
        return recording
                .doOnNext(report -> ConsistencyToken.tell(report.recorded(), exchange.getResponse()))
                .map(report -> new Report(report.lines(), report.repeated()));
    }
}
