package jp.shomei.contracts.certificate;

/** Where a certificate stands, in more detail than the four labels everybody is shown. */
public enum CertificateState {
    WAITING_APPROVAL(CertificateStatus.WAITING_APPROVAL, "発行承認待ち"),
    /** The first of two officers has approved. */
    WAITING_SECOND_APPROVAL(CertificateStatus.WAITING_APPROVAL, "二次承認待ち"),
    REJECTED(CertificateStatus.REJECTED, "発行申請棄却"),
    CANCELLED(CertificateStatus.CANCELLED, "取下げ"),
    /** Issued, or renewed, and never handed out. */
    NOT_DOWNLOADED(CertificateStatus.ISSUED, "ダウンロード待ち"),
    DOWNLOADED(CertificateStatus.ISSUED, "ダウンロード済み"),
    /** Never handed out, and the last day for it is over. */
    DOWNLOAD_PERIOD_OVER(CertificateStatus.ISSUED, "ダウンロード期限切れ"),
    /** A request to revoke waits for an officer. */
    REVOCATION_REQUESTED(CertificateStatus.ISSUED, "失効承認待ち"),
    REVOKED(CertificateStatus.REVOKED, "失効済み"),
    EXPIRED(CertificateStatus.EXPIRED, "期限切れ");

    private final CertificateStatus status;
    private final String label;

    CertificateState(CertificateStatus status, String label) {
        this.status = status;
        this.label = label;
    }

    /** The status that stands for it in public. */
    public CertificateStatus status() {
        return status;
    }

    /** The Japanese word officers use. */
    public String label() {
        return label;
    }
}
