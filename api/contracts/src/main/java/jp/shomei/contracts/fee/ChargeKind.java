package jp.shomei.contracts.fee;

/** What a fee is for. */
public enum ChargeKind {
    /** 発行料, for each certificate issued. */
    LICENCE("発行料"),
    /** 更新料, for each renewal. */
    RENEWAL("更新料"),
    /** 郵送手数料, for each notice mailed. */
    POSTAGE("郵送手数料");

    private final String label;

    ChargeKind(String label) {
        this.label = label;
    }

    /** As a slip prints it. */
    public String label() {
        return label;
    }
}
