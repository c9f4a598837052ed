package jp.shomei.contracts.fee;

/** Where the collecting of a bill stands. */
public enum BillStatus {
    OPEN("締め前"),
    DEDUCTION_INSTRUCTED("控除依頼中"),
    DEDUCTION_FAILED("控除不能"),
    DEDUCTED("控除済み"),
    SLIP_PLANNED("払込請求書送付予定"),
    SLIP_ISSUED("払込請求書送付済み"),
    PAID("払込済み"),
    OVERDUE("支払期限経過"),
    DEFAULTED("未納により失効"),
    WRITTEN_OFF("償却済み"),
    REFUND_DUE("返金予定"),
    REFUNDED("返金済み"),
    NOTHING_DUE("請求なし");

    private final String label;

    BillStatus(String label) {
        this.label = label;
    }

    /** In Japanese. */
    public String label() {
        return label;
    }
}
