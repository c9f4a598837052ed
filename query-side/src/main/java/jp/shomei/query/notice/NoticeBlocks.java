package jp.shomei.query.notice;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import jp.shomei.projections.notice.view.NoticeBlock;
import jp.shomei.projections.notice.view.NoticeModel;
import jp.shomei.projections.notice.view.NoticeWork;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The notices that somebody has to see to. First only the names of their blocks are read, then, in the order of the
 * notices' IDs, as many as a page needs: what is held at a time does not grow with what there is.
 */
final class NoticeBlocks {

    /** So many blocks are read at once. */
    private static final int BLOCKS_AT_ONCE = 32;

    private final NoticeModel model;
    private final Bson range;

    private NoticeBlocks(NoticeModel model, String first, String end) {
        this.model = model;
        this.range = Filters.and(Filters.gte("_id", first), Filters.lt("_id", end));
    }

    /** All there are of this work. */
    static NoticeBlocks all(NoticeModel model, NoticeWork work) {
        return new NoticeBlocks(model, NoticeBlock.firstId(work), NoticeBlock.endId(work));
    }

    /** Those that are to be seen to by this day. */
    static NoticeBlocks until(NoticeModel model, NoticeWork work, LocalDate day) {
        return new NoticeBlocks(model, NoticeBlock.firstId(work), NoticeBlock.firstId(work, day.plusDays(1)));
    }

    /** The first so many wanted notices that follow one, in the order of their IDs. */
    List<String> page(@Nullable String after, int limit, Predicate<String> wanted) {
        Predicate<String> following = notice -> after == null || notice.compareTo(after) > 0;
        List<String> page = new ArrayList<>();
        List<String> blocks = new ArrayList<>();
        for (List<String> sameBeginning : namesByBeginning(after).values()) {
            blocks.addAll(sameBeginning);
            if (blocks.size() >= BLOCKS_AT_ONCE) {
                page.addAll(read(blocks, following.and(wanted)));
                blocks.clear();
            }
            if (page.size() >= limit) {
                break;
            }
        }
        page.addAll(read(blocks, following.and(wanted)));
        return List.copyOf(page.subList(0, Math.min(limit, page.size())));
    }

    /** The names of the blocks that may hold what follows, by the beginning of their notices' IDs. */
    private TreeMap<String, List<String>> namesByBeginning(@Nullable String after) {
        String first = after == null ? "" : NoticeBlock.beginning(after);
        TreeMap<String, List<String>> names = new TreeMap<>();
        model.work()
                .withDocumentClass(Document.class)
                .find(range)
                .projection(Projections.include("_id"))
                .map(block -> block.getString("_id"))
                .forEach(name -> {
                    String beginning = NoticeBlock.beginningIn(name);
                    if (beginning.compareTo(first) >= 0) {
                        names.computeIfAbsent(beginning, none -> new ArrayList<>())
                                .add(name);
                    }
                });
        return names;
    }

    private TreeSet<String> read(List<String> blocks, Predicate<String> wanted) {
        TreeSet<String> notices = new TreeSet<>();
        if (!blocks.isEmpty()) {
            model.work().find(Filters.in("_id", blocks)).forEach(block -> block.notices().keySet().stream()
                    .filter(wanted)
                    .forEach(notices::add));
        }
        return notices;
    }
}
