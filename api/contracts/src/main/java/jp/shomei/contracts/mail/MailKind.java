package jp.shomei.contracts.mail;

/** The mails there are. */
public enum MailKind {
    /** The application was received (電子証明書 申請情報受付通知). */
    APPLICATION_RECEIVED,
    /** The application was rejected. */
    APPLICATION_REJECTED,
    /** The certificate was issued and its notice posted. */
    NOTICE_POSTED,
    /** The notice came back. */
    NOTICE_RETURNED,
    /** The download ends soon. */
    DOWNLOAD_ENDS,
    /** The certificate expires soon. */
    CERTIFICATE_EXPIRES,
    /** The certificate was renewed. */
    CERTIFICATE_RENEWED,
    /** The certificate was revoked. */
    CERTIFICATE_REVOKED,
    /** Contact or terminal name were changed. */
    CONTACT_CHANGED,
    /** Fees were not paid in time. */
    FEE_OVERDUE
}
