package jp.shomei.query.page;

import java.util.List;
import java.util.Optional;

/**
 * The places of one page.
 *
 * @param places in order
 * @param last whether nothing follows
 */
public record Page<P>(List<P> places, boolean last) {

    /** The first so many of what follows. */
    public static <P> Page<P> of(List<P> following, int limit) {
        return new Page<>(
                List.copyOf(following.subList(0, Math.min(limit, following.size()))), following.size() <= limit);
    }

    /** The place after which the next page begins; empty on the last page. */
    public Optional<P> end() {
        return last ? Optional.empty() : Optional.of(places.getLast());
    }
}
