package jp.shomei.http.certificate;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.Optional;
import jp.shomei.contracts.certificate.ApplicationForm;
import jp.shomei.contracts.certificate.ApplicationOutcome;
import jp.shomei.contracts.certificate.ApplyForCertificate;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.CountApplications;
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
     */
    public record Received(
            String requestId,
            CertificateStatus status,
            String statusLabel,
            @Nullable Integer applications,
            String message) {}

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
                .flatMap(outcome -> count(requestId, outcome).map(earlier -> {
                    exchange.getResponse().getHeaders().setLocation(URI.create("/api/v1/certificates/" + requestId));
                    return received(requestId, outcome, earlier.orElse(null), exchange);
                }));
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
            String requestId, ApplicationOutcome outcome, @Nullable Integer earlier, ServerWebExchange exchange) {
        var language = Language.of(exchange.getRequest());
        Language.tell(exchange.getResponse(), language);
        String fee = sentences.say("application.fee", language, "%,d".formatted(outcome.licenceFee()));
        String message = earlier == null || earlier == 0
                ? fee
                : sentences.say("application.count", language, String.valueOf(earlier)) + "\n" + fee;
        return new Received(requestId, outcome.status(), outcome.status().label(), earlier, message);
    }
}
