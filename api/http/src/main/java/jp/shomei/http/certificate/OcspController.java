package jp.shomei.http.certificate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import jp.shomei.contracts.certificate.AnswerOcspRequest;
import jp.shomei.contracts.certificate.OcspAnswerView;
import jp.shomei.contracts.message.Sha256;
import jp.shomei.http.access.OpenToAll;
import jp.shomei.http.message.Gateways;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/**
 * Certificates' status by OCSP (RFC 6960 appendix A). Also a request that cannot be read is answered with 200 and an
 * OCSPResponse that says so.
 */
@RestController
@ApiResponse(
        responseCode = "200",
        description = "OCSPResponse in DER, also for a request that cannot be read",
        content = @Content(mediaType = OcspController.RESPONSE, schema = @Schema(type = "string", format = "binary")))
public class OcspController {
    static final String REQUEST = "application/ocsp-request";
    static final String RESPONSE = "application/ocsp-response";
    /** What follows may hold slashes, single and double, plain and encoded. */
    private static final String GET_PATH = "/ocsp/";

    static final String GET_PATTERN = GET_PATH + "{*base64}";
    static final MediaType RESPONSE_TYPE = MediaType.parseMediaType(RESPONSE);

    private static final Duration LONGEST_KEPT = Duration.ofHours(1);
    private static final byte[] NO_REQUEST = {};
    private final Gateways gateways;
    private final FreshFor fresh;
    private final RecentAnswers recent;

    /**
     * Asks through these gateways.
     *
     * @param recent keeps what is answered by GET
     */
    public OcspController(Gateways gateways, RecentAnswers recent, Clock clock) {
        this.gateways = gateways;
        this.fresh = new FreshFor(clock, LONGEST_KEPT);
        this.recent = recent;
    }

    /** A request in the body. */
    @Operation(summary = "A certificate's status (OCSPRequest in DER)")
    @OpenToAll
    @PostMapping(path = "/ocsp", consumes = REQUEST, produces = RESPONSE)
    public Mono<ResponseEntity<byte[]>> post(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(mediaType = REQUEST, schema = @Schema(type = "string", format = "binary")))
                    @RequestBody(required = false)
                    byte @Nullable [] request,
            ServerWebExchange exchange) {
        return ask(request == null ? NO_REQUEST : request, exchange).map(this::answer);
    }

    /** A request in the path. */
    @Operation(summary = "A certificate's status (OCSPRequest in DER, base64, URL-encoded)")
    @OpenToAll
    @GetMapping(path = GET_PATTERN, produces = RESPONSE)
    public Mono<ResponseEntity<byte[]>> get(
            @Parameter(description = "OCSPRequest in DER, base64, URL-encoded") @PathVariable String base64,
            ServerWebExchange exchange) {
        String path = exchange.getRequest().getURI().getRawPath();
        byte[] request = decode(path.substring(path.indexOf(GET_PATH) + GET_PATH.length()));
        return ask(request, exchange).map(view -> {
            ResponseEntity<byte[]> answer = answer(view);
            Optional.ofNullable(view.nextUpdate()).ifPresent(end -> recent.keep(path, answer, end));
            return answer;
        });
    }

    private Mono<OcspAnswerView> ask(byte[] request, ServerWebExchange exchange) {
        return gateways.query(new AnswerOcspRequest(request), OcspAnswerView.class, exchange);
    }

    private ResponseEntity<byte[]> answer(OcspAnswerView view) {
        Instant thisUpdate = view.thisUpdate();
        Instant nextUpdate = view.nextUpdate();
        return thisUpdate == null || nextUpdate == null
                ? ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view.response())
                : fresh.answer(view.response(), digest(view.response()), thisUpdate, nextUpdate);
    }

    /** What was meant; nothing if that is not to be found out. */
    private static byte[] decode(String encoded) {
        try {
            return Base64.getDecoder().decode(UriUtils.decode(encoded, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unreadable) {
            return NO_REQUEST;
        }
    }

    private static String digest(byte[] response) {
        return "\"" + Sha256.hex(response) + "\"";
    }
}
