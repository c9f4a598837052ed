package jp.shomei.http.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.certificate.AuthorityCertificatesView;
import jp.shomei.contracts.certificate.DeriveReferenceIds;
import jp.shomei.contracts.certificate.DeriveReferenceIds.Edition;
import jp.shomei.contracts.certificate.FindAuthorityCertificates;
import jp.shomei.contracts.certificate.ReferenceIdsView;
import jp.shomei.contracts.notice.FindNotice;
import jp.shomei.contracts.notice.ListNotices;
import jp.shomei.contracts.notice.NoticePage;
import jp.shomei.contracts.notice.NoticeView;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.message.Parameters;
import jp.shomei.http.openapi.Refuses;
import jp.shomei.http.openapi.SeesChanges;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The notices to be printed and posted. */
@RestController
@RequestMapping(path = "/api/v1/notices", produces = MediaType.APPLICATION_JSON_VALUE)
public class NoticeController {
    private final Gateways gateways;

    /** Asks through these gateways. */
    public NoticeController(Gateways gateways) {
        this.gateways = gateways;
    }

    /**
     * A page of notices.
     *
     * @param items without reference IDs
     * @param nextCursor for the next page; absent on the last
     */
    public record Notices(List<NoticeJson> items, @Nullable String nextCursor) {
        static Notices of(NoticePage page) {
            return new Notices(page.items().stream().map(NoticeJson::of).toList(), page.nextCursor());
        }
    }

    /** The notices of a dispatch day. */
    @Operation(summary = "The notices of a dispatch day, without reference IDs")
    @AllowedTo(Role.MAILROOM)
    @Refuses(ErrorCode.INVALID_FIELDS)
    @SeesChanges
    @GetMapping
    public Mono<Notices> list(
            @Parameter(required = true, description = "the day of posting, such as 2021-09-13")
                    @RequestParam(required = false)
                    @Nullable String dispatchOn,
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to 200; 50 if not given") @RequestParam(required = false) @Nullable String limit,
            ServerWebExchange exchange) {
        Parameters typed = new Parameters();
        var day = typed.date("dispatchOn", dispatchOn);
        String from = typed.cursor(cursor);
        int most = typed.limit(limit);
        typed.check();
        return gateways.query(new ListNotices(day.orElseThrow(), from, most), NoticePage.class, exchange)
                .map(Notices::of);
    }

    /** One notice as it is to be printed. */
    @Operation(summary = "One notice as it is to be printed, with reference IDs")
    @AllowedTo(Role.MAILROOM)
    @Refuses(ErrorCode.NOTICE_NOT_FOUND)
    @SeesChanges
    @GetMapping("/{noticeId}")
    public Mono<ResponseEntity<NoticeJson>> find(@PathVariable String noticeId, ServerWebExchange exchange) {
        return gateways.find(new FindNotice(NoticeIds.known(noticeId)), NoticeView.class, NoticeIds::notFound, exchange)
                .flatMap(this::printed)
                .map(notice ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(notice));
    }

    private Mono<NoticeJson> printed(NoticeView view) {
        List<Edition> editions = view.boxes().stream()
                .map(box -> new Edition(box.requestId(), box.edition()))
                .toList();
        Mono<ReferenceIdsView> references = gateways.query(
                new DeriveReferenceIds(editions), ResponseTypes.instanceOf(ReferenceIdsView.class), Optional.empty());
        Mono<AuthorityCertificatesView> authority = gateways.query(
                new FindAuthorityCertificates(),
                ResponseTypes.instanceOf(AuthorityCertificatesView.class),
                Optional.empty());
        return Mono.zip(
                references,
                authority,
                (ids, certificates) -> NoticeJson.of(view, ids.byRequestId(), certificates.issuerName()));
    }
}
