package jp.shomei.contracts.notice;

import java.util.List;

/**
 * Notices to be posted.
 *
 * @param noticeIds in order
 */
public record NoticesToPost(List<String> noticeIds) {

    public NoticesToPost {
        noticeIds = List.copyOf(noticeIds);
    }
}
