package jp.shomei.contracts.certificate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of pending requests to revoke.
 *
 * @param items oldest first
 * @param nextCursor to ask for the next page; absent on the last
 */
public record RevocationRequestPage(
        List<RevocationRequestView> items, @Nullable String nextCursor) {}
