package jp.shomei.contracts.certificate;

/** The events of one certificate, in all its generations. */
public sealed interface CertificateEvent
        permits CertificateApplied,
                ApplicationReferred,
                CertificateRejected,
                CertificateCancelled,
                CertificateIssued,
                CertificateSigningPrepared,
                CertificateSigned,
                CertificateDownloaded,
                EscrowedKeyDestroyed {

    /** The certificate's request ID. */
    String requestId();
}
