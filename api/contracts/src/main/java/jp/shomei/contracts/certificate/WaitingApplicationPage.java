package jp.shomei.contracts.certificate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of waiting applications.
 *
 * @param items oldest first
 * @param nextCursor to ask for the next page; absent on the last
 */
public record WaitingApplicationPage(
        List<WaitingApplicationView> items, @Nullable String nextCursor) {}
