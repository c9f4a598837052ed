package jp.shomei.query.certificate;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.shomei.contracts.certificate.DueCertificates.Due;
import jp.shomei.projections.certificate.view.CertificateExpiryModel;
import jp.shomei.projections.certificate.view.DueDocument;
import jp.shomei.projections.certificate.view.DueWork;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of what is due up to a day. First only their names are read, then, in the order of the request IDs, as many
 * as a page needs: what is held at a time does not grow with what is due.
 */
final class DueBlocks {

    /** So many blocks are read at once. */
    private static final int BLOCKS_AT_ONCE = 32;

    private final CertificateExpiryModel model;
    private final LocalDate day;

    DueBlocks(CertificateExpiryModel model, LocalDate day) {
        this.model = model;
        this.day = day;
    }

    /** The first so many certificates that follow a request ID, in order. */
    List<Due> page(@Nullable String after, int limit) {
        List<Due> page = new ArrayList<>();
        List<String> blocks = new ArrayList<>();
        for (List<String> sameBeginning : namesByBeginning(after).values()) {
            blocks.addAll(sameBeginning);
            if (blocks.size() >= BLOCKS_AT_ONCE) {
                read(blocks, after, page);
                blocks.clear();
            }
            if (page.size() >= limit) {
                break;
            }
        }
        read(blocks, after, page);
        return List.copyOf(page.subList(0, Math.min(limit, page.size())));
    }

    /** The names of the blocks that may hold what follows, by the beginning of their request IDs. */
    private TreeMap<String, List<String>> namesByBeginning(@Nullable String after) {
        String first = after == null ? "" : DueDocument.beginning(after);
        TreeMap<String, List<String>> names = new TreeMap<>();
        model.due()
                .withDocumentClass(Document.class)
                .find(Filters.and(
                        Filters.lt("_id", DueDocument.firstId(day.plusDays(1))),
                        Filters.ne("requests", new Document())))
                .projection(Projections.include("_id"))
                .map(block -> block.getString("_id"))
                .forEach(name -> {
                    String beginning = DueDocument.beginningIn(name);
                    if (beginning.compareTo(first) >= 0) {
                        names.computeIfAbsent(beginning, none -> new ArrayList<>())
                                .add(name);
                    }
                });
        return names;
    }

    private void read(List<String> blocks, @Nullable String after, List<Due> page) {
        if (blocks.isEmpty()) {
            return;
        }
        Map<String, Set<DueWork>> due = new TreeMap<>();
        model.due().find(Filters.in("_id", blocks)).forEach(block -> block.requests().keySet().stream()
                .filter(requestId -> after == null || requestId.compareTo(after) > 0)
                .forEach(requestId -> due.computeIfAbsent(requestId, none -> EnumSet.noneOf(DueWork.class))
                        .add(DueDocument.workIn(block.block()))));
        due.forEach((requestId, work) ->
                page.add(new Due(requestId, work.contains(DueWork.EXPIRY), work.contains(DueWork.RETIREMENT))));
    }
}
