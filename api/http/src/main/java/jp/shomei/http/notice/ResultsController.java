package jp.shomei.http.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.List;
import java.util.Locale;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.language.Language;
import jp.shomei.http.language.Sentences;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.openapi.Refuses;
import jp.shomei.http.refusal.Problem;
import jp.shomei.http.upload.UploadCharset;
import jp.shomei.http.upload.UploadSpool;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Recording what the forwarding agent reports of the notices it posted. */
@RestController
public class ResultsController {
    private final UploadSpool spool;
    private final PostingResults results;
    private final Sentences sentences;

    /** Keeps files in this spool while they are recorded through these gateways. */
    public ResultsController(UploadSpool resultsSpool, Gateways gateways, Sentences sentences) {
        this.spool = resultsSpool;
        this.results = new PostingResults(gateways);
        this.sentences = sentences;
    }

    /**
     * What became of a file.
     *
     * @param lines its lines, the header not counted
     * @param recorded those that were recorded now
     * @param unchanged those that were on record just so
     * @param refused the others, the first thousand
     * @param warnings lines that were recorded and should be looked at, the first thousand: a tracking number with a
     *     wrong check digit, or that of another kind of mail
     */
    @Schema(name = "PostingResults")
    public record Report(
            long lines, long recorded, long unchanged, List<RefusedLine> refused, List<Problem.BadField> warnings) {}

    /**
     * A line that was refused, while others were recorded.
     *
     * @param line its number in the file, from 1
     * @param noticeId the notice it speaks of; absent if it has not as many columns as the header
     * @param code the stable code
     * @param title the code in a few words
     * @param detail what to do about it
     * @param errors its bad fields; absent unless there are any
     */
    @Schema(name = "RefusedLine")
    public record RefusedLine(
            long line,
            @Nullable String noticeId,
            String code,
            String title,
            String detail,
            @Nullable List<Problem.BadField> errors) {}

    /** Records the lines of a CSV file. */
    @Operation(
            summary = "Record what the forwarding agent reports (CSV, UTF-8 or windows-31j; result is DISPATCHED,"
                    + " DELIVERED or RETURNED), each line for itself",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = UploadCharset.CSV,
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(ResultLine.HEADER))))
    @AllowedTo(Role.MAILROOM)
    @Refuses({
        ErrorCode.IMPORT_UNREADABLE,
        ErrorCode.IMPORT_RUNNING,
        ErrorCode.BODY_TOO_LARGE,
        ErrorCode.UNSUPPORTED_MEDIA_TYPE
    })
    @PostMapping(
            path = "/api/v1/notices/results",
            consumes = UploadCharset.CSV,
            produces = MediaType.APPLICATION_JSON_VALUE)
    public Mono<Report> record(ServerWebExchange exchange) {
        Locale language = Language.of(exchange.getRequest());
        Language.tell(exchange.getResponse(), language);
        return spool.receive(exchange.getRequest(), (file, charset, origin) -> results.run(file, charset, origin))
                .map(report -> report.shown(sentences, language));
    }
}
