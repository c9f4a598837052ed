package jp.shomei.http.notice;

import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;

/** Notice IDs in paths. */
final class NoticeIds {
    private NoticeIds() {}

    /** The ID, unless no notice can have it. */
    static String known(String noticeId) {
        if (!noticeId.matches("[A-Za-z0-9-]{1,64}")) {
            throw notFound();
        }
        return noticeId;
    }

    static Refused notFound() {
        return Refused.because(ErrorCode.NOTICE_NOT_FOUND);
    }
}
