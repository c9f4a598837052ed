package jp.shomei.contracts.reminder;

/** What a holder is reminded of. */
public enum ReminderKind {
    /** The last day of validity (証明書有効期限): renew before it is over. */
    EXPIRY,
    /** The last day of download (ダウンロード有効期限): download before it is over. */
    DOWNLOAD
}
