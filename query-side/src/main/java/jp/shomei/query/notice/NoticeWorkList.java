package jp.shomei.query.notice;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import jp.shomei.projections.block.view.Beginning;
import jp.shomei.projections.block.view.BlockName;
import jp.shomei.projections.notice.view.NoticeModel;
import jp.shomei.projections.notice.view.NoticeWork;
import jp.shomei.query.block.DayBlocks;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The notices that somebody has to see to. */
final class NoticeWorkList {

    private final DayBlocks blocks;

    private NoticeWorkList(NoticeModel model, NoticeWork work, Bson days) {
        this.blocks = new DayBlocks(
                model.work(), Beginning.OF_NOTICE_ID, days, name -> name.what().equals(work.name()));
    }

    /** All there are of this work. */
    static NoticeWorkList all(NoticeModel model, NoticeWork work) {
        return new NoticeWorkList(model, work, Filters.exists("_id"));
    }

    /** Those that are to be seen to by this day. */
    static NoticeWorkList until(NoticeModel model, NoticeWork work, LocalDate day) {
        return new NoticeWorkList(model, work, Filters.lt("_id", BlockName.firstText(day.plusDays(1))));
    }

    /** The first so many wanted notices that follow one, in the order of their IDs. */
    List<String> page(@Nullable String after, int limit, Predicate<String> wanted) {
        return List.copyOf(blocks.pageAfter(after, limit, wanted).keySet());
    }
}
