package jp.shomei.http.time;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.time.ClockView;
import jp.shomei.contracts.time.FindClock;
import jp.shomei.contracts.time.MoveClock;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.message.Parameters;
import jp.shomei.http.openapi.Refuses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The present, and moving it in a rehearsal. */
@RestController
@RequestMapping(path = "/api/v1/clock", produces = MediaType.APPLICATION_JSON_VALUE)
public class ClockController {
    /** Years of daily jobs may have to run before the answer. */
    private static final Duration REHEARSAL = Duration.ofMinutes(30);

    private final Gateways gateways;

    /** Sends through these gateways. */
    public ClockController(Gateways gateways) {
        this.gateways = gateways;
    }

    /**
     * Where to move the clock.
     *
     * @param now an instant with offset
     */
    public record Move(@Nullable String now) {}

    /** The present. */
    @Operation(summary = "The present")
    @AllowedTo({Role.OFFICER, Role.MAILROOM, Role.BILLING, Role.AUDITOR, Role.OPERATOR, Role.INSTITUTION})
    @GetMapping
    public Mono<ClockView> now(ServerWebExchange exchange) {
        return gateways.query(new FindClock(), ClockView.class, exchange);
    }

    /** Moves the simulated clock forward, and answers when every daily job up to then has run. */
    @Operation(summary = "Move the simulated clock forward; answers when every daily job up to then has run")
    @AllowedTo(Role.OPERATOR)
    @Refuses({ErrorCode.INVALID_FIELDS, ErrorCode.CLOCK_NOT_SIMULATED, ErrorCode.CLOCK_GOES_FORWARD_ONLY})
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    public Mono<ClockView> move(@RequestBody Move body) {
        Parameters typed = new Parameters();
        var now = typed.instant("now", body.now());
        typed.check();
        return gateways.command(new MoveClock(now.orElseThrow()), ClockView.class, REHEARSAL);
    }
}
