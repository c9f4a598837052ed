package jp.shomei.contracts.certificate;

/** The events of one certificate, in all its generations. */
public sealed interface CertificateEvent
        permits CertificateApplied,
                ApplicationReferred,
                ApplicationEndorsed,
                CertificateRejected,
                CertificateCancelled,
                CertificateIssued,
                CertificateSigningPrepared,
                CertificateSigned,
                CertificateDownloaded,
                EscrowedKeyDestroyed,
                DownloadPeriodExtended,
                NoticeReissued,
                ContactChanged,
                CertificateRenewed,
                PreviousKeyRetired,
                ReminderSent,
                CertificateExpired,
                RevocationRequested,
                RevocationDeclined,
                CertificateRevoked {

    /** The certificate's request ID. */
    String requestId();
}
