package jp.shomei.query.notice;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.shomei.contracts.notice.FindNotice;
import jp.shomei.contracts.notice.ListNotices;
import jp.shomei.contracts.notice.NoticePage;
import jp.shomei.contracts.notice.NoticeView;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.projections.notice.view.DispatchDayDocument;
import jp.shomei.projections.notice.view.NoticeDocument;
import jp.shomei.projections.notice.view.NoticeModel;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import jp.shomei.query.page.Page;
import jp.shomei.query.page.PageRequest;
import org.axonframework.queryhandling.QueryHandler;

/** Answers the mailroom. */
public final class NoticeQueryHandler {

    private static final Pattern NOTICE_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final ServedReadModel<NoticeModel> notices;

    public NoticeQueryHandler(MongoDatabase database) {
        this.notices = NoticeModel.served(database);
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
        PageRequest<String> request = PageRequest.of(query.cursor(), query.limit(), NOTICE_ID, noticeId -> noticeId);
        return notices.answer(model -> page(model, query.dispatchOn(), request));
    }

    private static NoticePage page(NoticeModel model, LocalDate day, PageRequest<String> request) {
        List<String> following = noticesOf(model, day)
                .filter(noticeId -> request.after()
                        .map(after -> noticeId.compareTo(after) > 0)
                        .orElse(true))
                .sorted()
                .toList();
        Page<String> page = Page.of(following, request.limit());
        return new NoticePage(
                views(model, page.places()), page.end().map(PageRequest::cursor).orElse(null));
    }

    private static Stream<String> noticesOf(NoticeModel model, LocalDate day) {
        DispatchDayDocument listed = model.days()
                .find(Filters.eq("_id", DispatchDayDocument.id(day)))
                .first();
        return listed == null ? Stream.empty() : listed.notices().keySet().stream();
    }

    private static List<NoticeView> views(NoticeModel model, List<String> noticeIds) {
        Map<String, NoticeDocument> documents = new HashMap<>();
        model.documents()
                .find(Filters.in("_id", noticeIds))
                .forEach(document -> documents.put(document.noticeId(), document));
        return noticeIds.stream()
                .map(documents::get)
                .filter(Objects::nonNull)
                .map(NoticeViews::view)
                .toList();
    }
}
