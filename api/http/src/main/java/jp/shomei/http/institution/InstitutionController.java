package jp.shomei.http.institution;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Locale;
import jp.shomei.contracts.institution.FindInstitution;
import jp.shomei.contracts.institution.InstitutionView;
import jp.shomei.contracts.institution.RegisterInstitution;
import jp.shomei.contracts.institution.RegistrationForm;
import jp.shomei.contracts.institution.RegistrationOutcome;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.language.Language;
import jp.shomei.http.language.Sentences;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.openapi.Refuses;
import jp.shomei.http.openapi.TellsConsistency;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Filing one registration, and looking it up. */
@RestController
public class InstitutionController {
    private final Gateways gateways;
    private final Sentences sentences;

    /** Sends through these gateways, and takes the warning's words from this catalogue. */
    public InstitutionController(Gateways gateways, Sentences sentences) {
        this.gateways = gateways;
        this.sentences = sentences;
    }

    /**
     * A registration on file.
     *
     * @param code ten digits, or an insurer's eight
     * @param change what was done
     * @param checkDigitValid whether the code's check digit is right
     * @param warning what a wrong check digit leads to; absent if it is right
     */
    public record Filed(
            String code,
            RegistrationOutcome.Change change,
            boolean checkDigitValid,
            @Nullable String warning) {}

    /** Files or changes a registration. */
    @Operation(summary = "File or change a registration (保険医療機関届 and the like)")
    @ApiResponse(
            responseCode = "200",
            description = "changed, or on file just so already",
            content = @Content(schema = @Schema(implementation = Filed.class)))
    @ApiResponse(
            responseCode = "201",
            description = "registered",
            content = @Content(schema = @Schema(implementation = Filed.class)))
    @AllowedTo(Role.OPERATOR)
    @Refuses(ErrorCode.INVALID_FIELDS)
    @TellsConsistency
    @PutMapping(
            path = "/api/v1/institutions/{code}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    public Mono<ResponseEntity<Filed>> register(
            @PathVariable String code, @RequestBody RegistrationForm form, ServerWebExchange exchange) {
        Refused.ifAny(form.check(code));
        Locale language = Language.of(exchange.getRequest());
        Language.tell(exchange.getResponse(), language);
        return gateways.change(
                        new RegisterInstitution(code, form),
                        RegistrationOutcome.class,
                        RegistrationOutcome::recorded,
                        exchange)
                .map(outcome -> ResponseEntity.status(
                                outcome.change() == RegistrationOutcome.Change.REGISTERED
                                        ? HttpStatus.CREATED
                                        : HttpStatus.OK)
                        .body(filed(code, outcome, language)));
    }

    /** What an institution has on file. */
    @Operation(summary = "What an institution has on file")
    @AllowedTo({Role.OPERATOR, Role.OFFICER})
    @Refuses(ErrorCode.INSTITUTION_NOT_FOUND)
    @GetMapping(path = "/api/v1/institutions/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    public Mono<InstitutionView> find(@PathVariable String code, ServerWebExchange exchange) {
        return gateways.find(
                new FindInstitution(code),
                InstitutionView.class,
                () -> Refused.because(ErrorCode.INSTITUTION_NOT_FOUND),
                exchange);
    }

    private Filed filed(String code, RegistrationOutcome outcome, Locale language) {
        String warning = outcome.checkDigitValid() ? null : sentences.say("registration.check-digit", language);
        return new Filed(code, outcome.change(), outcome.checkDigitValid(), warning);
    }
}
