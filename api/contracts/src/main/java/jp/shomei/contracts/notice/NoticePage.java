package jp.shomei.contracts.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of notices.
 *
 * @param items the notices
 * @param nextCursor for the next page; absent on the last
 */
public record NoticePage(List<NoticeView> items, @Nullable String nextCursor) {}
