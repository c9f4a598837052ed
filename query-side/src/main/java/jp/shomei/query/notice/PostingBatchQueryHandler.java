package jp.shomei.query.notice;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.shomei.contracts.notice.FindPostingBatch;
import jp.shomei.contracts.notice.ListPostingBatches;
import jp.shomei.contracts.notice.PostingBatchPage;
import jp.shomei.contracts.notice.PostingBatchView;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.projections.notice.view.BatchPlaceDocument;
import jp.shomei.projections.notice.view.PostingBatchDocument;
import jp.shomei.projections.notice.view.PostingBatchModel;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import jp.shomei.query.page.Page;
import jp.shomei.query.page.PageRequest;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.conversions.Bson;

/** Tells the mailroom about the batches for the forwarding agent. */
public final class PostingBatchQueryHandler {

    private static final Pattern PLACE = Pattern.compile(BatchPlaceDocument.PLACE_FORM);

    private final ServedReadModel<PostingBatchModel> batches;

    public PostingBatchQueryHandler(MongoDatabase database) {
        this.batches = PostingBatchModel.served(database);
    }

    /** One batch. */
    @QueryHandler
    public Optional<PostingBatchView> handle(FindPostingBatch query) {
        return batches.answer(model -> Optional.ofNullable(model.documents()
                        .find(Filters.eq("_id", query.batchId()))
                        .first()))
                .map(PostingBatchQueryHandler::view);
    }

    /**
     * A page of the batches, newest first.
     *
     * @throws Refused with {@link ErrorCode#INVALID_FIELDS} for a limit out of range and
     *     {@link ErrorCode#INVALID_REQUEST} for a cursor that is none of ours
     */
    @QueryHandler
    public PostingBatchPage handle(ListPostingBatches query) {
        PageRequest<String> request = PageRequest.of(query.cursor(), query.limit(), PLACE, place -> place);
        return batches.answer(model -> page(model, request));
    }

    private static PostingBatchPage page(PostingBatchModel model, PageRequest<String> request) {
        Bson following = request.after().map(after -> Filters.lt("_id", after)).orElseGet(Filters::empty);
        List<BatchPlaceDocument> found = model.places()
                .find(following)
                .sort(Sorts.descending("_id"))
                .limit(request.limit() + 1)
                .into(new ArrayList<>());
        Page<BatchPlaceDocument> page = Page.of(found, request.limit());
        return new PostingBatchPage(
                views(model, page.places()),
                page.end()
                        .map(BatchPlaceDocument::place)
                        .map(PageRequest::cursor)
                        .orElse(null));
    }

    /** The batches of these places; one that was listed a moment before its document is left out. */
    private static List<PostingBatchView> views(PostingBatchModel model, List<BatchPlaceDocument> places) {
        List<String> batchIds = places.stream().map(BatchPlaceDocument::batchId).toList();
        Map<String, PostingBatchDocument> documents = new HashMap<>();
        model.documents()
                .find(Filters.in("_id", batchIds))
                .forEach(document -> documents.put(document.batchId(), document));
        return batchIds.stream()
                .map(documents::get)
                .filter(Objects::nonNull)
                .map(PostingBatchQueryHandler::view)
                .toList();
    }

    private static PostingBatchView view(PostingBatchDocument document) {
        Optional<PostingBatchDocument.Archive> archive = Optional.ofNullable(document.archive());
        return new PostingBatchView(
                document.batchId(),
                document.dispatchOn(),
                document.issuer(),
                document.noticeIds(),
                archive.map(PostingBatchDocument.Archive::letters).orElse(null),
                archive.map(PostingBatchDocument.Archive::bytes).orElse(null),
                archive.map(PostingBatchDocument.Archive::sha256).orElse(null));
    }
}
