package jp.shomei.http.deadletter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jp.shomei.contracts.deadletter.FindSkippedEvents;
import jp.shomei.contracts.deadletter.SkippedEventsView;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.message.Parameters;
import jp.shomei.http.openapi.Refuses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What reactions left alone, by an operator's decision. */
@RestController
@RequestMapping(path = "/api/v1/skipped-events", produces = MediaType.APPLICATION_JSON_VALUE)
public class SkippedEventsController {
    private static final int LONGEST = 64;
    private final Gateways gateways;

    /** Asks through these gateways. */
    public SkippedEventsController(Gateways gateways) {
        this.gateways = gateways;
    }

    /** What was skipped of one aggregate's history. */
    @Operation(summary = "Which events of an aggregate reactions left alone, by whose decision, and why")
    @AllowedTo({Role.OPERATOR, Role.AUDITOR})
    @Refuses(ErrorCode.INVALID_FIELDS)
    @GetMapping
    public Mono<SkippedEventsView> find(
            @Parameter(
                            description =
                                    "a request ID, notice ID, bill ID or whatever a dead letter names as its aggregate")
                    @RequestParam(required = false)
                    @Nullable String aggregate,
            ServerWebExchange exchange) {
        Parameters typed = new Parameters();
        var about = typed.text("aggregate", aggregate, LONGEST);
        typed.check();
        return gateways.query(new FindSkippedEvents(about.orElseThrow()), SkippedEventsView.class, exchange);
    }
}
