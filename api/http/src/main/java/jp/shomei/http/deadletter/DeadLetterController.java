package jp.shomei.http.deadletter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.shomei.contracts.deadletter.DeadLetterId;
import jp.shomei.contracts.deadletter.DeadLetterKind;
import jp.shomei.contracts.deadletter.DeadLetterRetried;
import jp.shomei.contracts.deadletter.DeadLetterView;
import jp.shomei.contracts.deadletter.FindReactionDeadLetter;
import jp.shomei.contracts.deadletter.FindReadModelDeadLetter;
import jp.shomei.contracts.deadletter.RetryReactionDeadLetter;
import jp.shomei.contracts.deadletter.RetryReadModelDeadLetter;
import jp.shomei.contracts.deadletter.SkipReactionDeadLetter;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.language.Language;
import jp.shomei.http.language.Sentences;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.message.Parameters;
import jp.shomei.http.openapi.Refuses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The events that could not be handled: told, tried again, and left alone on record. */
@RestController
@RequestMapping(path = "/api/v1/dead-letters", produces = MediaType.APPLICATION_JSON_VALUE)
public class DeadLetterController {
    private static final int LONGEST_REASON = 200;
    private final Gateways gateways;
    private final DeadLetterPages pages;
    private final Sentences sentences;

    /** Sends through these gateways, and explains in these sentences. */
    public DeadLetterController(Gateways gateways, Sentences sentences) {
        this.gateways = gateways;
        this.pages = new DeadLetterPages(gateways);
        this.sentences = sentences;
    }

    /**
     * A page of events that could not be handled.
     *
     * @param items those of reactions first, then those of read models; by group and aggregate
     * @param nextCursor for the next page
     */
    public record DeadLetters(
            List<DeadLetterJson> items, @Nullable String nextCursor) {}

    /**
     * What came of it.
     *
     * @param handled whether the event is out of the way now
     * @param next what waits now of the same aggregate, and why: the event itself, or one behind it that failed
     */
    public record DeadLetterOutcome(
            boolean handled, @Nullable DeadLetterJson next) {}

    /**
     * Why an event is left alone.
     *
     * @param reason in up to 200 characters; it is recorded for ever and shown to auditors
     */
    @Schema(name = "DeadLetterSkip")
    public record Skip(@Nullable String reason) {}

    /** The events that wait. */
    @Operation(
            summary =
                    "The events that could not be handled, of every aggregate the first, with their causes and what to do")
    @AllowedTo(Role.OPERATOR)
    @Refuses(ErrorCode.INVALID_FIELDS)
    @GetMapping
    public Mono<DeadLetters> list(
            @Parameter(
                            description = "only those of reactions, or of read models",
                            schema = @Schema(implementation = DeadLetterKind.class))
                    @RequestParam(required = false)
                    @Nullable String kind,
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to 200; 50 if not given") @RequestParam(required = false) @Nullable String limit,
            ServerWebExchange exchange) {
        Parameters typed = new Parameters();
        Optional<DeadLetterKind> only = typed.optionalChoice("kind", kind, DeadLetterKind.class);
        String from = typed.cursor(cursor);
        int most = typed.limit(limit);
        typed.check();
        Locale language = language(exchange);
        return pages.page(only.orElse(null), from, most, exchange)
                .map(page -> new DeadLetters(
                        page.items().stream().map(view -> json(view, language)).toList(), page.nextCursor()));
    }

    /** One of them. */
    @Operation(summary = "One event that could not be handled")
    @AllowedTo(Role.OPERATOR)
    @Refuses(ErrorCode.DEAD_LETTER_NOT_FOUND)
    @GetMapping("/{id}")
    public Mono<DeadLetterJson> find(@PathVariable String id, ServerWebExchange exchange) {
        DeadLetterId known = known(id);
        Object query =
                switch (known.kind()) {
                    case REACTION -> new FindReactionDeadLetter(known);
                    case READ_MODEL -> new FindReadModelDeadLetter(known);
                };
        Locale language = language(exchange);
        return gateways.find(query, DeadLetterView.class, DeadLetterController::notFound, exchange)
                .map(view -> json(view, language));
    }

    /** One of them is tried again. */
    @Operation(
            summary =
                    "Try an event again, and those behind it; the answer tells whether it was handled, and if not, why")
    @AllowedTo(Role.OPERATOR)
    @Refuses({ErrorCode.DEAD_LETTER_NOT_FOUND, ErrorCode.DEAD_LETTER_BUSY})
    @PostMapping("/{id}/retry")
    public Mono<DeadLetterOutcome> retry(@PathVariable String id, ServerWebExchange exchange) {
        DeadLetterId known = known(id);
        return send(
                switch (known.kind()) {
                    case REACTION -> new RetryReactionDeadLetter(known);
                    case READ_MODEL -> new RetryReadModelDeadLetter(known);
                },
                exchange);
    }

    /** One of them is left alone for good. */
    @Operation(
            summary = "Have a reaction leave an event alone for good, on record, and try those behind it;"
                    + " a read model leaves nothing out")
    @AllowedTo(Role.OPERATOR)
    @Refuses({
        ErrorCode.INVALID_FIELDS,
        ErrorCode.DEAD_LETTER_NOT_FOUND,
        ErrorCode.DEAD_LETTER_BUSY,
        ErrorCode.READ_MODEL_SKIPS_NOTHING
    })
    @PostMapping(path = "/{id}/skip", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Mono<DeadLetterOutcome> skip(@PathVariable String id, @RequestBody Skip body, ServerWebExchange exchange) {
        DeadLetterId known = known(id);
        if (known.kind() == DeadLetterKind.READ_MODEL) {
            throw Refused.because(ErrorCode.READ_MODEL_SKIPS_NOTHING, DeadLetterJson.readModel(known.group()));
        }
        Parameters typed = new Parameters();
        Optional<String> reason = typed.text("reason", body.reason(), LONGEST_REASON);
        typed.check();
        return send(new SkipReactionDeadLetter(known, reason.orElseThrow()), exchange);
    }

    private Mono<DeadLetterOutcome> send(Object command, ServerWebExchange exchange) {
        Locale language = language(exchange);
        return gateways.command(command, DeadLetterRetried.class).map(done -> {
            DeadLetterView next = done.next();
            return new DeadLetterOutcome(done.handled(), next == null ? null : json(next, language));
        });
    }

    private DeadLetterJson json(DeadLetterView view, Locale language) {
        return DeadLetterJson.of(view, sentences, language);
    }

    private static Locale language(ServerWebExchange exchange) {
        Locale language = Language.of(exchange.getRequest());
        Language.tell(exchange.getResponse(), language);
        return language;
    }

    private static DeadLetterId known(String id) {
        return DeadLetterId.fromText(id).orElseThrow(DeadLetterController::notFound);
    }

    private static Refused notFound() {
        return Refused.because(ErrorCode.DEAD_LETTER_NOT_FOUND);
    }
}
