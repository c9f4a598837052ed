package jp.shomei.query.notice;

import com.mongodb.client.MongoDatabase;
import java.util.HashSet;
import java.util.Set;
import jp.shomei.contracts.notice.ListNoticesToPost;
import jp.shomei.contracts.notice.NoticesToPost;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.projections.notice.view.NoticeModel;
import jp.shomei.projections.notice.view.NoticeWork;
import jp.shomei.projections.notice.view.PostingBatchModel;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import jp.shomei.query.block.DuePage;
import jp.shomei.query.consistency.SeesEverything;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;

/** Tells the daily job which notices are to be posted. */
public final class NoticesToPostQueryHandler {

    private static final int MOST = 1_000;

    private final ServedReadModel<NoticeModel> notices;
    private final ServedReadModel<PostingBatchModel> batches;
    private final SeesEverything everyNotice;
    private final SeesEverything everyBatch;

    public NoticesToPostQueryHandler(MongoDatabase database, QueryGateway queries, EventStore events) {
        this.notices = NoticeModel.served(database);
        this.batches = PostingBatchModel.served(database);
        this.everyNotice = new SeesEverything(queries, events, NoticeModel.NAME);
        this.everyBatch = new SeesEverything(queries, events, PostingBatchModel.NAME);
    }

    /**
     * A page of what is to be posted. A notice in a batch whose archive is not yet written is about to be printed there.
     *
     * @throws Refused with {@link ErrorCode#READ_MODEL_BEHIND} if not everything that has happened is known yet,
     *     {@link ErrorCode#INVALID_FIELDS} for a limit that is not 1 to 1,000, {@link ErrorCode#INVALID_REQUEST} for a
     *     place that is no notice
     */
    @QueryHandler
    public NoticesToPost handle(ListNoticesToPost query) {
        DuePage page = DuePage.of(query.after(), query.limit(), MOST, NoticeQueryHandler.NOTICE_ID.asMatchPredicate());
        // the batches first: a notice whose batch is sealed by then was printed before, and that is awaited after
        everyBatch.await();
        Set<String> aboutToBePrinted = batches.answer(NoticesToPostQueryHandler::inOpenBatches);
        everyNotice.await();
        return new NoticesToPost(notices.answer(model -> NoticeWorkList.until(model, NoticeWork.TO_POST, query.day())
                .page(page.after(), page.limit(), notice -> !aboutToBePrinted.contains(notice))));
    }

    private static Set<String> inOpenBatches(PostingBatchModel model) {
        Set<String> notices = new HashSet<>();
        model.open().find().forEach(batch -> notices.addAll(batch.getList(PostingBatchModel.NOTICES, String.class)));
        return notices;
    }
}
