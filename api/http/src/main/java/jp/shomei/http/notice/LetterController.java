package jp.shomei.http.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jp.shomei.contracts.notice.Letter;
import jp.shomei.contracts.notice.RenderLetter;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.openapi.Refuses;
import jp.shomei.http.openapi.SeesChanges;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The notices as letters. */
@RestController
public class LetterController {
    private final Gateways gateways;

    /** Asks through these gateways. */
    public LetterController(Gateways gateways) {
        this.gateways = gateways;
    }

    /** One notice as a letter to be printed. */
    @Operation(summary = "One notice as a letter to be printed (PDF), with reference IDs")
    @ApiResponse(
            responseCode = "200",
            description = "the letter",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @AllowedTo(Role.MAILROOM)
    @Refuses(ErrorCode.NOTICE_NOT_FOUND)
    @SeesChanges
    @GetMapping(path = "/api/v1/notices/{noticeId}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    public Mono<ResponseEntity<byte[]>> print(@PathVariable String noticeId, ServerWebExchange exchange) {
        return gateways.query(new RenderLetter(NoticeIds.known(noticeId)), Letter.class, exchange)
                .map(letter -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + noticeId + ".pdf\"")
                        .body(letter.pdf()));
    }
}
