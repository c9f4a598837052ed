package jp.shomei.contracts.fee;

/** The accounts of the double entry underneath the ledger. */
public enum Account {
    /** 未収金: what institutions owe. */
    RECEIVABLE("未収金"),
    /** 手数料収入: what was charged, without tax. */
    FEES("手数料収入"),
    /** 仮受消費税: the tax inside what was charged. */
    TAX("仮受消費税"),
    /** 控除: what was deducted. */
    DEDUCTED("控除"),
    /** 入金: what was paid by slip, less what was paid out. */
    PAID("入金"),
    /** 貸倒れ: what was given up. */
    WRITTEN_OFF("貸倒れ"),
    /** 相殺: what was taken back of bills that were given up; of all bills together nothing. */
    OFFSET("相殺");

    private final String label;

    Account(String label) {
        this.label = label;
    }

    /** In Japanese. */
    public String label() {
        return label;
    }
}
