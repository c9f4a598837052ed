package jp.shomei.http.mail;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jp.shomei.contracts.mail.FindMail;
import jp.shomei.contracts.mail.ListMails;
import jp.shomei.contracts.mail.MailPage;
import jp.shomei.contracts.mail.MailState;
import jp.shomei.contracts.mail.MailView;
import jp.shomei.contracts.mail.ResendMail;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
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

/** The mails that holders are sent, and those that could not be. */
@RestController
@RequestMapping(path = "/api/v1/mails", produces = MediaType.APPLICATION_JSON_VALUE)
public class MailController {
    private static final int REQUEST_ID = 15;
    private final Gateways gateways;

    /** Sends through these gateways. */
    public MailController(Gateways gateways) {
        this.gateways = gateways;
    }

    /**
     * Another try.
     *
     * @param recipient to which address instead; to the same if absent
     */
    @Schema(name = "MailResending")
    public record Resending(@Nullable String recipient) {}

    /** The mails, oldest first. */
    @Operation(
            summary =
                    "The mails to the holders, oldest first, without their texts; state=GIVEN_UP are those to look at")
    @AllowedTo({Role.OFFICER, Role.AUDITOR})
    @Refuses(ErrorCode.INVALID_FIELDS)
    @GetMapping
    public Mono<MailPage> list(
            @Parameter(
                            description = "only those that have come so far",
                            schema = @Schema(implementation = MailState.class))
                    @RequestParam(required = false)
                    @Nullable String state,
            @Parameter(description = "only those about this certificate") @RequestParam(required = false) @Nullable String requestId,
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to 200; 50 if not given") @RequestParam(required = false) @Nullable String limit,
            ServerWebExchange exchange) {
        Parameters typed = new Parameters();
        var only = typed.optionalChoice("state", state, MailState.class);
        var about = typed.optionalDigits("requestId", requestId, REQUEST_ID);
        String from = typed.cursor(cursor);
        int most = typed.limit(limit);
        typed.check();
        return gateways.query(
                new ListMails(only.orElse(null), about.orElse(null), from, most), MailPage.class, exchange);
    }

    /** One mail with its text. */
    @Operation(summary = "One mail with its text")
    @AllowedTo({Role.OFFICER, Role.AUDITOR})
    @Refuses(ErrorCode.MAIL_NOT_FOUND)
    @GetMapping("/{mailId}")
    public Mono<MailView> find(@PathVariable String mailId, ServerWebExchange exchange) {
        return gateways.find(new FindMail(known(mailId)), MailView.class, MailController::notFound, exchange);
    }

    /** A mail that was given up is tried again. */
    @Operation(summary = "Try a mail again that was given up, for another day; to another address if one is named")
    @AllowedTo(Role.OFFICER)
    @Refuses({ErrorCode.INVALID_FIELDS, ErrorCode.MAIL_NOT_FOUND, ErrorCode.MAIL_NOT_GIVEN_UP})
    @PostMapping(path = "/{mailId}/resend", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Mono<MailView> resend(@PathVariable String mailId, @RequestBody Resending body) {
        return gateways.command(new ResendMail(known(mailId), body.recipient()), MailView.class);
    }

    /** The ID, unless no mail can have it. */
    private static String known(String mailId) {
        if (!mailId.matches("[A-Za-z0-9-]{1,64}")) {
            throw notFound();
        }
        return mailId;
    }

    private static Refused notFound() {
        return Refused.because(ErrorCode.MAIL_NOT_FOUND);
    }
}
