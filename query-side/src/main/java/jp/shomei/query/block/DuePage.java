package jp.shomei.query.block;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.projections.block.view.Beginning;
import jp.shomei.projections.block.view.BlockName;
import jp.shomei.projections.block.view.DayBlock;
import org.jspecify.annotations.Nullable;

/**
 * Which page a daily job asks for of what is due.
 *
 * @param after the last ID of the page before; none for the first page
 * @param limit at most so many IDs
 */
public record DuePage(@Nullable String after, int limit) {

    private static final int MOST = 10_000;

    /**
     * A page that can be answered.
     *
     * @param most the most that the limit may be
     * @param wellFormed whether a text can be an ID at all
     * @throws Refused with {@link ErrorCode#INVALID_FIELDS} for a limit out of range, and
     *     {@link ErrorCode#INVALID_REQUEST} for a place that is no ID
     */
    public static DuePage of(@Nullable String after, int limit, int most, Predicate<String> wellFormed) {
        if (limit < 1 || limit > most) {
            Refused.ifAny(List.of(FieldError.of("limit", FieldRule.RANGE, "1", String.valueOf(most))));
        }
        if (after != null && !wellFormed.test(after)) {
            throw Refused.because(ErrorCode.INVALID_REQUEST);
        }
        return new DuePage(after, limit);
    }

    /**
     * A page of 10,000 at most.
     *
     * @throws Refused with {@link ErrorCode#INVALID_FIELDS} for a limit that is not 1 to 10,000, and
     *     {@link ErrorCode#INVALID_REQUEST} for a place that is no ID
     */
    public static DuePage of(@Nullable String after, int limit, Predicate<String> wellFormed) {
        return of(after, limit, MOST, wellFormed);
    }

    /** What is in blocks of this day and those before, in order of the IDs. */
    public <T> List<T> read(
            LocalDate day,
            MongoCollection<DayBlock> blocks,
            Beginning beginning,
            Predicate<BlockName> wanted,
            BiFunction<String, List<BlockName>, T> item) {
        return new DayBlocks(blocks, beginning, Filters.lt("_id", BlockName.firstText(day.plusDays(1))), wanted)
                .pageAfter(after, limit, id -> true).entrySet().stream()
                        .map(found -> item.apply(found.getKey(), found.getValue()))
                        .toList();
    }
}
