package jp.shomei.http.reminder;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumSet;
import java.util.Set;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.reminder.FindTerminalReminders;
import jp.shomei.contracts.reminder.ForecastReminders;
import jp.shomei.contracts.reminder.ListInstitutionReminders;
import jp.shomei.contracts.reminder.ListReminders;
import jp.shomei.contracts.reminder.ReminderChannel;
import jp.shomei.contracts.reminder.ReminderForecast;
import jp.shomei.contracts.reminder.ReminderPage;
import jp.shomei.contracts.reminder.TerminalReminders;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.message.InstitutionPage;
import jp.shomei.http.message.Origin;
import jp.shomei.http.message.Parameters;
import jp.shomei.http.openapi.Refuses;
import jp.shomei.http.openapi.SeesChanges;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reminders of what ends: the last day of validity (証明書有効期限) and of download (ダウンロード有効期限). */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
public class ReminderController {
    private static final Set<ReminderChannel> DIALOGS =
            EnumSet.of(ReminderChannel.CARD_READER, ReminderChannel.MPKI_CLIENT);
    private static final int SERIAL_NUMBER_LIMIT = 64;
    private static final int MOST_MONTHS = 60;
    private static final int LIFE_IN_MONTHS = 40;
    private final Gateways gateways;

    /** Asks through these gateways. */
    public ReminderController(Gateways gateways) {
        this.gateways = gateways;
    }

    /** Who is to be reminded on a day. */
    @Operation(summary = "Who is to be reminded on a day, as far as is known today, in order of the request IDs")
    @AllowedTo({Role.OFFICER, Role.INSTITUTION})
    @Refuses(ErrorCode.INVALID_FIELDS)
    @SeesChanges
    @GetMapping("/reminders")
    public Mono<ReminderPage> list(
            @Parameter(required = true, description = "the day, such as 2021-09-10")
                    @RequestParam(required = false)
                    @Nullable String on,
            @Parameter(required = true, schema = @Schema(implementation = ReminderChannel.class))
                    @RequestParam(required = false)
                    @Nullable String channel,
            @Parameter(
                            description =
                                    "ten-digit institution code or eight-digit insurer number; everybody's if not given")
                    @RequestParam(required = false)
                    @Nullable String institution,
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to 200; 50 if not given") @RequestParam(required = false) @Nullable String limit,
            ServerWebExchange exchange) {
        Parameters typed = new Parameters();
        var day = typed.date("on", on);
        var how = typed.choice("channel", channel, EnumSet.allOf(ReminderChannel.class));
        var code = typed.optionalInstitution("institution", institution);
        String from = typed.cursor(cursor);
        int most = typed.limit(limit);
        typed.check();
        return gateways.query(
                new ListReminders(day.orElseThrow(), how.orElseThrow(), code.orElse(null), from, most),
                ReminderPage.class,
                exchange);
    }

    /** The wave ahead. */
    @Operation(summary = "The wave ahead: what ends and how many reminders are due, by months, this one first")
    @AllowedTo(Role.OFFICER)
    @Refuses(ErrorCode.INVALID_FIELDS)
    @SeesChanges
    @GetMapping("/reminders/forecast")
    public Mono<ReminderForecast> forecast(
            @Parameter(description = "1 to 60; 40 if not given") @RequestParam(required = false) @Nullable String months,
            ServerWebExchange exchange) {
        Parameters typed = new Parameters();
        int many = typed.number("months", months, MOST_MONTHS, LIFE_IN_MONTHS);
        typed.check();
        return gateways.query(new ForecastReminders(many), ReminderForecast.class, exchange);
    }

    /** Everything an institution will be sent and shown. */
    @Operation(
            summary = "Everything an institution will be sent and shown from today on if it does nothing,"
                    + " in order of the days")
    @AllowedTo({Role.INSTITUTION, Role.OFFICER})
    @Refuses({ErrorCode.INVALID_FIELDS, ErrorCode.INSTITUTION_NOT_FOUND})
    @SeesChanges
    @GetMapping("/institutions/{code}/reminders")
    public Mono<ReminderPage> schedule(
            @PathVariable String code,
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to 200; 50 if not given") @RequestParam(required = false) @Nullable String limit,
            ServerWebExchange exchange) {
        InstitutionPage page = InstitutionPage.of(code, cursor, limit);
        return gateways.query(
                new ListInstitutionReminders(page.institution(), page.cursor(), page.limit()),
                ReminderPage.class,
                exchange);
    }

    /** What a terminal should show today. */
    @Operation(
            summary = "What a terminal should show today. On the port for terminals it asks for the certificate it"
                    + " presents; whoever else asks names the certificate by its serial number")
    @AllowedTo({Role.TERMINAL, Role.INSTITUTION, Role.OFFICER})
    @Refuses({ErrorCode.INVALID_FIELDS, ErrorCode.CERTIFICATE_NOT_FOUND, ErrorCode.NOT_YOUR_CERTIFICATE})
    @SeesChanges
    @GetMapping("/reminders/terminal")
    public Mono<TerminalReminders> show(
            @Parameter(
                            required = true,
                            description = "the program that asks",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"CARD_READER", "MPKI_CLIENT"}))
                    @RequestParam(required = false)
                    @Nullable String channel,
            @Parameter(description = "hexadecimal; required of everybody but terminals")
                    @RequestParam(required = false)
                    @Nullable String serialNumber,
            ServerWebExchange exchange) {
        return Origin.current()
                .map(origin -> question(channel, serialNumber, origin.presentedSerial()))
                .flatMap(query -> gateways.query(query, TerminalReminders.class, exchange));
    }

    private static FindTerminalReminders question(
            @Nullable String channel, @Nullable String typedSerial, @Nullable String presentedSerial) {
        Parameters typed = new Parameters();
        var how = typed.choice("channel", channel, DIALOGS);
        String asked = typedSerial == null && presentedSerial != null ? presentedSerial : typedSerial;
        var serial = typed.text("serialNumber", asked, SERIAL_NUMBER_LIMIT);
        typed.check();
        if (presentedSerial != null && !presentedSerial.equalsIgnoreCase(serial.orElseThrow())) {
            throw Refused.because(ErrorCode.NOT_YOUR_CERTIFICATE);
        }
        return new FindTerminalReminders(serial.orElseThrow(), how.orElseThrow());
    }
}
