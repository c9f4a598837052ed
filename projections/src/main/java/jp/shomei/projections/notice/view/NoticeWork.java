package jp.shomei.projections.notice.view;

/** What somebody has to see to. */
public enum NoticeWork {
    /** To be posted, and in no batch; from its day of posting on. */
    TO_POST,
    /** Came back; from the day on which it did. */
    RETURNED,
    /** Not posted as promised, or posted long ago and not heard of since; from the first day on which that is so. */
    LATE
}
