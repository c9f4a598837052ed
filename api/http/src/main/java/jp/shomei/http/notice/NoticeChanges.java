package jp.shomei.http.notice;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.function.Function;
import jp.shomei.contracts.notice.FindNotice;
import jp.shomei.contracts.notice.NoticeView;
import jp.shomei.contracts.notice.PostingOutcome;
import jp.shomei.http.message.Gateways;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Changes a notice. Answered with the notice as it stands then (without reference IDs), or with 202 and its ID if that
 * cannot be shown in time: the change is on record either way.
 */
final class NoticeChanges {
    private final Gateways gateways;

    NoticeChanges(Gateways gateways) {
        this.gateways = gateways;
    }

    /**
     * Something that is on record and not yet to be seen.
     *
     * @param noticeId the notice
     */
    @Schema(name = "RecordedNotice")
    record Recorded(String noticeId) {}

    /** Gives a command about the notice with this ID, unless no notice can have it. */
    Mono<ResponseEntity<Object>> make(String noticeId, Function<String, Object> command, ServerWebExchange exchange) {
        String known = NoticeIds.known(noticeId);
        return answered(known, gateways.change(command.apply(known), exchange));
    }

    /** The same for a report on its way. */
    Mono<ResponseEntity<Object>> report(String noticeId, Function<String, Object> command, ServerWebExchange exchange) {
        String known = NoticeIds.known(noticeId);
        return answered(
                known,
                gateways.change(command.apply(known), PostingOutcome.class, PostingOutcome::recorded, exchange)
                        .map(PostingOutcome::recorded));
    }

    private Mono<ResponseEntity<Object>> answered(String noticeId, Mono<jp.shomei.contracts.message.Recorded> change) {
        return change.flatMap(recorded -> gateways.findAfter(recorded, new FindNotice(noticeId), NoticeView.class))
                .onErrorMap(AggregateNotFoundException.class, unknown -> NoticeIds.notFound())
                .map(NoticeJson::of)
                .map(ResponseEntity::<Object>ok)
                .defaultIfEmpty(ResponseEntity.accepted().body(new Recorded(noticeId)));
    }
}
