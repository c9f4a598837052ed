package jp.shomei.http.certificate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.CertificateHistoryView;
import jp.shomei.contracts.certificate.CertificatePage;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.contracts.certificate.FindCertificateHistory;
import jp.shomei.contracts.certificate.ListCertificates;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
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

/** Looking certificates up (電子証明書申請状況照会). */
@RestController
@RequestMapping(path = "/api/v1/certificates", produces = MediaType.APPLICATION_JSON_VALUE)
public class CertificateController {
    private final Gateways gateways;

    /** Asks through these gateways. */
    public CertificateController(Gateways gateways) {
        this.gateways = gateways;
    }

    /** The status-lookup table of an institution. */
    @Operation(summary = "The status-lookup table of an institution, newest first (電子証明書申請状況照会)")
    @AllowedTo({Role.INSTITUTION, Role.OFFICER, Role.AUDITOR})
    @Refuses(ErrorCode.INVALID_FIELDS)
    @SeesChanges
    @GetMapping
    public Mono<CertificatePage> list(
            @Parameter(required = true, description = "ten-digit institution code or eight-digit insurer number")
                    @RequestParam(required = false)
                    @Nullable String institution,
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to 200; 50 if not given") @RequestParam(required = false) @Nullable String limit,
            ServerWebExchange exchange) {
        Parameters typed = new Parameters();
        var code = typed.institution("institution", institution);
        String from = typed.cursor(cursor);
        int most = typed.limit(limit);
        typed.check();
        return gateways.query(new ListCertificates(code.orElseThrow(), from, most), CertificatePage.class, exchange);
    }

    /** One certificate with everything that is known of it; while it waits, with the tag a decision can be bound to. */
    @Operation(
            summary = "One certificate, with contact, notice tracking and fee (詳細); while it waits, its ETag can be"
                    + " sent back with a decision (If-Match)")
    @AllowedTo({Role.INSTITUTION, Role.OFFICER, Role.AUDITOR})
    @Refuses(ErrorCode.CERTIFICATE_NOT_FOUND)
    @SeesChanges
    @GetMapping("/{requestId}")
    public Mono<CertificateDetailView> find(@PathVariable String requestId, ServerWebExchange exchange) {
        return gateways.find(
                        new FindCertificate(RequestIds.known(requestId)),
                        CertificateDetailView.class,
                        CertificateController::notFound,
                        exchange)
                .doOnNext(certificate -> ReviewTag.tell(certificate.review(), exchange.getResponse()));
    }

    /** A certificate's history, as an auditor reads it. */
    @Operation(summary = "Its events in order; with asOf, only those known then and the state as it was known then")
    @AllowedTo(Role.AUDITOR)
    @Refuses({ErrorCode.INVALID_FIELDS, ErrorCode.CERTIFICATE_NOT_FOUND})
    @SeesChanges
    @GetMapping("/{requestId}/history")
    public Mono<CertificateHistoryView> history(
            @PathVariable String requestId,
            @Parameter(description = "an instant with offset") @RequestParam(required = false) @Nullable String asOf,
            ServerWebExchange exchange) {
        Parameters typed = new Parameters();
        var instant = typed.optionalInstant("asOf", asOf);
        typed.check();
        return gateways.find(
                new FindCertificateHistory(RequestIds.known(requestId), instant.orElse(null)),
                CertificateHistoryView.class,
                CertificateController::notFound,
                exchange);
    }

    private static Refused notFound() {
        return Refused.because(ErrorCode.CERTIFICATE_NOT_FOUND);
    }
}
