package jp.shomei.contracts.fee;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of lines.
 *
 * @param lines the lines
 * @param nextCursor for the next page; absent on the last
 */
public record LedgerPage(List<LedgerLine> lines, @Nullable String nextCursor) {

    public LedgerPage {
        lines = List.copyOf(lines);
    }
}
