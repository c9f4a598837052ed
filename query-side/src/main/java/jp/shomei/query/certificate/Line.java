package jp.shomei.query.certificate;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.shomei.projections.certificate.view.CertificateDocument;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.certificate.view.WaitingDocument;
import jp.shomei.query.page.Page;
import jp.shomei.query.page.PageRequest;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A page of a line of certificates that wait for an officer, those that wait longest first. The database reads no more
 * of the line than the page.
 *
 * @param certificates in the order of the line
 * @param nextCursor to ask for the next page; none on the last
 */
record Line(
        List<CertificateDocument> certificates, @Nullable String nextCursor) {

    private static final Pattern PLACE = Pattern.compile(WaitingDocument.PLACE_FORM);

    /**
     * Reads a page request for a line.
     *
     * @throws jp.shomei.contracts.refusal.Refused for a bad limit or cursor
     */
    static PageRequest<String> request(@Nullable String cursor, int limit) {
        return PageRequest.of(cursor, limit, PLACE, place -> place);
    }

    /** Reads a page. */
    static Line read(CertificateStatusModel model, MongoCollection<WaitingDocument> line, PageRequest<String> request) {
        Bson following = request.after().map(after -> Filters.gt("_id", after)).orElseGet(Filters::empty);
        List<WaitingDocument> found = line.find(following)
                .sort(Sorts.ascending("_id"))
                .limit(request.limit() + 1)
                .into(new ArrayList<>());
        Page<WaitingDocument> page = Page.of(found, request.limit());
        Optional<String> end = page.end().map(WaitingDocument::place);
        return new Line(
                documents(model, page.places()), end.map(PageRequest::cursor).orElse(null));
    }

    /** The certificates of these places; one that was listed a moment before its document is left out. */
    private static List<CertificateDocument> documents(CertificateStatusModel model, List<WaitingDocument> places) {
        List<String> requestIds =
                places.stream().map(WaitingDocument::requestId).toList();
        Map<String, CertificateDocument> documents = new HashMap<>();
        model.documents()
                .find(Filters.in("_id", requestIds))
                .forEach(document -> documents.put(document.requestId(), document));
        return requestIds.stream().map(documents::get).filter(Objects::nonNull).toList();
    }
}
