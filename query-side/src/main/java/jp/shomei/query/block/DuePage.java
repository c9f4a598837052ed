package jp.shomei.query.block;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.projections.block.view.BlockName;
import jp.shomei.projections.block.view.DayBlock;
import org.jspecify.annotations.Nullable;

/**
 * Which page a daily job asks for of what is due up to a day.
 *
 * @param day the day in Japan
 * @param after the last request ID of the page before; none for the first page
 * @param limit at most so many certificates
 */
public record DuePage(LocalDate day, @Nullable String after, int limit) {

    private static final int MOST = 10_000;

    /**
     * A page that can be answered.
     *
     * @throws Refused with {@link ErrorCode#INVALID_FIELDS} for a limit that is not 1 to 10,000, and
     *     {@link ErrorCode#INVALID_REQUEST} for a place that is no request ID
     */
    public DuePage {
        if (limit < 1 || limit > MOST) {
            Refused.ifAny(List.of(FieldError.of("limit", FieldRule.RANGE, "1", String.valueOf(MOST))));
        }
        if (after != null && !RequestId.isWellFormed(after)) {
            throw Refused.because(ErrorCode.INVALID_REQUEST);
        }
    }

    /** The certificates in blocks of this day and those before, in order of their request IDs. */
    public <T> List<T> read(
            MongoCollection<DayBlock> blocks,
            Predicate<BlockName> wanted,
            BiFunction<String, List<BlockName>, T> item) {
        return new DayBlocks(blocks, Filters.lt("_id", BlockName.firstText(day.plusDays(1))), wanted)
                .page(after, limit + 1).entrySet().stream()
                        .filter(found -> !found.getKey().equals(after))
                        .limit(limit)
                        .map(found -> item.apply(found.getKey(), found.getValue()))
                        .toList();
    }
}
