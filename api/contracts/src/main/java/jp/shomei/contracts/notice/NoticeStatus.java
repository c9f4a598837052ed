package jp.shomei.contracts.notice;

/** Where a notice is (発送状況). */
public enum NoticeStatus {
    /** To be posted on its dispatch day. */
    PREPARED("発送準備中"),
    /** Posted. */
    DISPATCHED("発送済み"),
    /** Delivered. */
    DELIVERED("お届け済み"),
    /** Came back. */
    RETURNED("不達");

    private final String label;

    NoticeStatus(String label) {
        this.label = label;
    }

    /** The Japanese label. */
    public String label() {
        return label;
    }
}
