package jp.shomei.http.certificate;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.shomei.contracts.certificate.ApplicationForm;
import jp.shomei.contracts.certificate.ApplicationOutcome;
import jp.shomei.contracts.certificate.ApplyForCertificate;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.CountApplications;
import jp.shomei.contracts.certificate.ListOpenDuplicates;
import jp.shomei.contracts.certificate.ReserveRequestId;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.language.Language;
import jp.shomei.http.language.Sentences;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.openapi.Refuses;
import jp.shomei.http.openapi.TellsConsistency;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Applying for a certificate (証明書発行申請). */
@RestController
public class ApplicationController {
    private static final String DUPLICATE = "DUPLICATE_APPLICATION";
    private static final int MOST_NAMED = 5;
    private static final Logger LOG = LoggerFactory.getLogger(ApplicationController.class);
    private final Gateways gateways;
    private final Sentences sentences;

    /** Sends through these gateways, and takes the pop-up's words from this catalogue. */
    public ApplicationController(Gateways gateways, Sentences sentences) {
        this.gateways = gateways;
        this.sentences = sentences;
    }

    /**
     * An application that was taken in.
     *
     * @param requestId リクエストID
     * @param status issued if it was approved by rule, else waiting
     * @param statusLabel its Japanese label
     * @param applications how many the institution had before, issued ones included; absent if that is not known in time
     * @param message the portal's pop-up: how many there are, and that each costs
     * @param warnings what the applicant should look at; nothing is refused for it
     */
    public record Received(
            String requestId,
            CertificateStatus status,
            String statusLabel,
            @Nullable Integer applications,
            String message,
            List<Warning> warnings) {}

    /**
     * Something to look at.
     *
     * @param code a stable code: {@code DUPLICATE_APPLICATION}
     * @param message what it is, for the person who applied
     * @param requestIds the applications it is about
     */
    public record Warning(String code, String message, List<String> requestIds) {}

    /** Applies for one certificate for one terminal. */
    @Operation(summary = "Apply for one certificate for one terminal (証明書発行申請)")
    @AllowedTo(Role.INSTITUTION)
    @Refuses({ErrorCode.INVALID_FIELDS, ErrorCode.INSTITUTION_NOT_REGISTERED, ErrorCode.PAYMENT_METHOD_MISSING})
    @TellsConsistency
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(
            path = "/api/v1/applications",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    public Mono<Received> apply(@RequestBody ApplicationForm form, ServerWebExchange exchange) {
        // before a number is spent on it
        Refused.ifAny(form.check());
        return gateways.command(new ReserveRequestId(), String.class)
                .flatMap(requestId -> apply(requestId, form, exchange));
    }

    private Mono<Received> apply(String requestId, ApplicationForm form, ServerWebExchange exchange) {
        return gateways.change(
                        new ApplyForCertificate(requestId, form),
                        ApplicationOutcome.class,
                        ApplicationOutcome::recorded,
                        exchange)
                .flatMap(outcome -> count(requestId, outcome)
                        .flatMap(earlier -> duplicates(requestId, form, outcome).map(duplicates -> {
                            exchange.getResponse()
                                    .getHeaders()
                                    .setLocation(URI.create("/api/v1/certificates/" + requestId));
                            return received(requestId, outcome, earlier.orElse(null), duplicates, exchange);
                        })));
    }

    /** Asked after the count, which has waited for this application and so for every one before it. */
    private Mono<List<String>> duplicates(String requestId, ApplicationForm form, ApplicationOutcome outcome) {
        String terminalName = Objects.requireNonNullElse(form.terminalName(), "");
        return gateways.query(
                        new ListOpenDuplicates(outcome.institution(), terminalName, requestId),
                        ResponseTypes.multipleInstancesOf(String.class),
                        Optional.empty())
                .onErrorResume(error -> {
                    LOG.warn("it cannot be told whether {} is a duplicate: {}", requestId, error.toString());
                    return Mono.just(List.of());
                });
    }

    private Mono<Optional<Integer>> count(String requestId, ApplicationOutcome outcome) {
        return gateways.query(
                        new CountApplications(outcome.institution(), requestId),
                        ResponseTypes.instanceOf(Integer.class),
                        Optional.of(outcome.recorded()))
                .map(Optional::of)
                .onErrorResume(error -> {
                    LOG.warn("the applications before {} cannot be counted: {}", requestId, error.toString());
                    return Mono.just(Optional.empty());
                })
                .defaultIfEmpty(Optional.empty());
    }

    private Received received(
            String requestId,
            ApplicationOutcome outcome,
            @Nullable Integer earlier,
            List<String> duplicates,
            ServerWebExchange exchange) {
        var language = Language.of(exchange.getRequest());
        Language.tell(exchange.getResponse(), language);
        String fee = sentences.say("application.fee", language, "%,d".formatted(outcome.licenceFee()));
        String message = earlier == null || earlier == 0
                ? fee
                : sentences.say("application.count", language, String.valueOf(earlier)) + "\n" + fee;
        return new Received(
                requestId,
                outcome.status(),
                outcome.status().label(),
                earlier,
                message,
                duplicates.isEmpty() ? List.of() : List.of(duplicate(duplicates, language)));
    }

    private Warning duplicate(List<String> requestIds, Locale language) {
        String named = requestIds.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        String key = requestIds.size() > MOST_NAMED ? "application.duplicate.many" : "application.duplicate";
        return new Warning(DUPLICATE, sentences.say(key, language, named), requestIds);
    }
}
