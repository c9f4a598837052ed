package jp.shomei.contracts.certificate;

/**
 * The status shown to everybody. The status-lookup screen knows four labels: an application that was taken back is
 * labelled like one that was rejected, and a certificate that expired like one that was revoked (失効, it has lapsed).
 */
public enum CertificateStatus {
    WAITING_APPROVAL("発行承認待ち"),
    ISSUED("発行済み"),
    REJECTED("発行申請棄却"),
    CANCELLED("発行申請棄却"),
    REVOKED("失効済み"),
    EXPIRED("失効済み");

    private final String label;

    CertificateStatus(String label) {
        this.label = label;
    }

    /** The Japanese label. */
    public String label() {
        return label;
    }
}
