package jp.shomei.contracts.certificate;

/** The status shown to everybody, with the label the status-lookup screen gives it. */
public enum CertificateStatus {
    WAITING_APPROVAL("発行承認待ち"),
    ISSUED("発行済み"),
    REJECTED("発行申請棄却"),
    CANCELLED("取下げ"),
    REVOKED("失効済み"),
    EXPIRED("期限切れ");

    private final String label;

    CertificateStatus(String label) {
        this.label = label;
    }

    /** The Japanese label. */
    public String label() {
        return label;
    }
}
