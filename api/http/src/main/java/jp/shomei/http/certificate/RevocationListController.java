package jp.shomei.http.certificate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.shomei.contracts.certificate.FindRevocationList;
import jp.shomei.contracts.certificate.RevocationListView;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.access.OpenToAll;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.openapi.Refuses;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Certificate revocation lists, for everybody (RFC 2585 section 3). */
@RestController
@RequestMapping(path = "/ca", produces = RevocationListController.LIST)
@ApiResponse(
        responseCode = "200",
        description = "one list in DER",
        content =
                @Content(
                        mediaType = RevocationListController.LIST,
                        schema = @Schema(type = "string", format = "binary")))
public class RevocationListController {
    static final String LIST = "application/pkix-crl";
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{2,64})(?:-([0-9]{1,5}))?");
    private static final Duration LONGEST_KEPT = Duration.ofMinutes(5);
    private final Gateways gateways;
    private final FreshFor fresh;

    /** Asks through these gateways. */
    public RevocationListController(Gateways gateways, Clock clock) {
        this.gateways = gateways;
        this.fresh = new FreshFor(clock, LONGEST_KEPT);
    }

    /** The complete list of today's issuer. */
    @Operation(summary = "The complete revocation list of today's issuer (DER)")
    @OpenToAll
    @Refuses(ErrorCode.REVOCATION_LIST_NOT_FOUND)
    @GetMapping("/issuing.crl")
    public Mono<ResponseEntity<byte[]>> issuing(ServerWebExchange exchange) {
        return list(new FindRevocationList(null, null), exchange);
    }

    /** The list that a certificate names in its distribution point. */
    @Operation(summary = "The revocation list that a certificate names (DER)")
    @OpenToAll
    @Refuses(ErrorCode.REVOCATION_LIST_NOT_FOUND)
    @GetMapping("/crl/{name}.crl")
    public Mono<ResponseEntity<byte[]>> named(
            @Parameter(description = "the issuer's key identifier, and the partition if there is one") @PathVariable
                    String name,
            ServerWebExchange exchange) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Mono.error(RevocationListController::nothing);
        }
        Integer partition = parts.group(2) == null ? null : Integer.valueOf(parts.group(2));
        return list(new FindRevocationList(parts.group(1), partition), exchange);
    }

    private Mono<ResponseEntity<byte[]>> list(FindRevocationList query, ServerWebExchange exchange) {
        return gateways.find(query, RevocationListView.class, RevocationListController::nothing, exchange)
                .map(view -> fresh.answer(
                        Base64.getDecoder().decode(view.list()),
                        "\"" + view.number() + "\"",
                        view.thisUpdate(),
                        view.nextUpdate()));
    }

    private static Refused nothing() {
        return Refused.because(ErrorCode.REVOCATION_LIST_NOT_FOUND);
    }
}
