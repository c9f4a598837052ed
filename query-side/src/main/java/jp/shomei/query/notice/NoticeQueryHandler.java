package jp.shomei.query.notice;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.shomei.contracts.notice.FindNotice;
import jp.shomei.contracts.notice.ListLateNotices;
import jp.shomei.contracts.notice.ListNotices;
import jp.shomei.contracts.notice.ListReturnedNotices;
import jp.shomei.contracts.notice.NoticePage;
import jp.shomei.contracts.notice.NoticeView;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import jp.shomei.projections.notice.view.DispatchDayDocument;
import jp.shomei.projections.notice.view.NoticeDocument;
import jp.shomei.projections.notice.view.NoticeModel;
import jp.shomei.projections.notice.view.NoticeWork;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import jp.shomei.query.page.Page;
import jp.shomei.query.page.PageRequest;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers the mailroom. */
public final class NoticeQueryHandler {

    static final Pattern NOTICE_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final ServedReadModel<NoticeModel> notices;
    private final Clock clock;

    public NoticeQueryHandler(MongoDatabase database, Clock clock) {
        this.notices = NoticeModel.served(database);
        this.clock = clock;
    }

    /** One notice. */
    @QueryHandler
    public Optional<NoticeView> handle(FindNotice query) {
        return notices.answer(model -> Optional.ofNullable(model.documents()
                        .find(Filters.eq("_id", query.noticeId()))
                        .first()))
                .map(NoticeViews::view);
    }

    /**
     * A page of the notices to be posted on a day.
     *
     * @throws Refused with {@link ErrorCode#INVALID_FIELDS} for a limit out of range and
     *     {@link ErrorCode#INVALID_REQUEST} for a cursor that is none of ours
     */
    @QueryHandler
    public NoticePage handle(ListNotices query) {
        PageRequest<String> request = request(query.cursor(), query.limit());
        return notices.answer(model -> {
            List<String> following = noticesOf(model, query.dispatchOn())
                    .filter(noticeId -> request.after()
                            .map(after -> noticeId.compareTo(after) > 0)
                            .orElse(true))
                    .sorted()
                    .toList();
            return page(model, following, request, notice -> true);
        });
    }

    /**
     * A page of the notices that came back.
     *
     * @throws Refused as for those of a day
     */
    @QueryHandler
    public NoticePage handle(ListReturnedNotices query) {
        PageRequest<String> request = request(query.cursor(), query.limit());
        return notices.answer(model ->
                toBeSeenTo(model, NoticeWorkList.all(model, NoticeWork.RETURNED), request, NoticeWork.RETURNED));
    }

    /**
     * A page of the notices that are late.
     *
     * @throws Refused as for those of a day
     */
    @QueryHandler
    public NoticePage handle(ListLateNotices query) {
        PageRequest<String> request = request(query.cursor(), query.limit());
        LocalDate today = JapanTime.today(clock);
        return notices.answer(model ->
                toBeSeenTo(model, NoticeWorkList.until(model, NoticeWork.LATE, today), request, NoticeWork.LATE));
    }

    private static PageRequest<String> request(@Nullable String cursor, int limit) {
        return PageRequest.of(cursor, limit, NOTICE_ID, noticeId -> noticeId);
    }

    private static NoticePage toBeSeenTo(
            NoticeModel model, NoticeWorkList blocks, PageRequest<String> request, NoticeWork work) {
        List<String> following = blocks.page(request.after().orElse(null), request.limit() + 1, noticeId -> true);
        return page(model, following, request, notice -> notice.since(work).isPresent());
    }

    /** One that was listed a moment before its document is left out. */
    private static NoticePage page(
            NoticeModel model, List<String> following, PageRequest<String> request, Predicate<NoticeDocument> listed) {
        Page<String> page = Page.of(following, request.limit());
        return new NoticePage(
                views(model, page.places(), listed),
                page.end().map(PageRequest::cursor).orElse(null));
    }

    private static Stream<String> noticesOf(NoticeModel model, LocalDate day) {
        DispatchDayDocument listed = model.days()
                .find(Filters.eq("_id", DispatchDayDocument.id(day)))
                .first();
        return listed == null ? Stream.empty() : listed.notices().keySet().stream();
    }

    private static List<NoticeView> views(NoticeModel model, List<String> noticeIds, Predicate<NoticeDocument> listed) {
        Map<String, NoticeDocument> documents = new HashMap<>();
        model.documents()
                .find(Filters.in("_id", noticeIds))
                .forEach(document -> documents.put(document.noticeId(), document));
        return noticeIds.stream()
                .map(documents::get)
                .filter(Objects::nonNull)
                .filter(listed)
                .map(NoticeViews::view)
                .toList();
    }
}
