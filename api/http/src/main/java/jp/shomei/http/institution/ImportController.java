package jp.shomei.http.institution;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.List;
import java.util.Locale;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.language.Language;
import jp.shomei.http.language.Sentences;
import jp.shomei.http.openapi.Refuses;
import jp.shomei.http.refusal.Problem;
import jp.shomei.http.upload.UploadCharset;
import jp.shomei.http.upload.UploadSpool;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Filing registrations by the hundred thousand. */
@RestController
public class ImportController {
    private final UploadSpool spool;
    private final RegistrationImport work;
    private final Sentences sentences;

    /** Keeps files in this spool while this work is done on them. */
    public ImportController(UploadSpool importSpool, RegistrationImport work, Sentences sentences) {
        this.spool = importSpool;
        this.work = work;
        this.sentences = sentences;
    }

    /**
     * What became of a file.
     *
     * @param read its lines, the header not counted
     * @param registered new registrations
     * @param changed changed ones
     * @param unchanged those that were on file just so
     * @param rejected bad lines, left out
     * @param errors what is wrong with them, the first thousand faults
     */
    public record Report(
            long read, long registered, long changed, long unchanged, long rejected, List<Problem.BadField> errors) {}

    /** Files the registrations of a CSV file. */
    @Operation(
            summary = "File the registrations of a CSV file (UTF-8 or windows-31j; header row with the column names)",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = UploadCharset.CSV,
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(RegistrationRows.HEADER))))
    @AllowedTo(Role.OPERATOR)
    @Refuses({
        ErrorCode.INVALID_FIELDS,
        ErrorCode.IMPORT_HAS_BAD_LINES,
        ErrorCode.IMPORT_UNREADABLE,
        ErrorCode.IMPORT_RUNNING,
        ErrorCode.BODY_TOO_LARGE,
        ErrorCode.UNSUPPORTED_MEDIA_TYPE
    })
    @PostMapping(
            path = "/api/v1/institutions/import",
            consumes = UploadCharset.CSV,
            produces = MediaType.APPLICATION_JSON_VALUE)
    public Mono<Report> load(
            @Parameter(
                            description = "true: load the good lines and report the bad ones; otherwise all or none",
                            schema = @Schema(type = "boolean"))
                    @RequestParam(required = false)
                    @Nullable String partial,
            ServerWebExchange exchange) {
        boolean onlyGoodLines = flag(partial);
        Locale language = Language.of(exchange.getRequest());
        Language.tell(exchange.getResponse(), language);
        return spool.receive(
                        exchange.getRequest(),
                        (file, charset, origin) -> work.run(file, charset, onlyGoodLines, origin))
                .map(result -> report(result, language));
    }

    private Report report(RegistrationImport.Result result, Locale language) {
        return new Report(
                result.read(),
                result.outcome().registered(),
                result.outcome().changed(),
                result.outcome().unchanged(),
                result.bad().count(),
                result.bad().lines().stream()
                        .map(line -> line.shown(sentences, language))
                        .toList());
    }

    private static boolean flag(@Nullable String partial) {
        if (partial != null && !partial.equals("true") && !partial.equals("false")) {
            Refused.ifAny(List.of(FieldError.of("partial", FieldRule.CHOICE, "true, false")));
        }
        return "true".equals(partial);
    }
}
