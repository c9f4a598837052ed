package jp.shomei.contracts.certificate;

/** What may be done with a certificate in its present status. */
public enum Operation {
    /** 詳細. */
    DETAIL,
    /** 発行申請のキャンセル. */
    CANCEL
}
