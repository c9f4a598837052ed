package jp.shomei.contracts.certificate;

/** What may be done with a certificate in its present status. */
public enum Operation {
    /** 詳細. */
    DETAIL,
    /** 更新 of contact and terminal name (編集). */
    UPDATE,
    /** 発行申請のキャンセル. */
    CANCEL,
    /** 証明書の失効. */
    REVOKE,
    /** 証明書の更新, in the last days of validity. */
    RENEW
}
