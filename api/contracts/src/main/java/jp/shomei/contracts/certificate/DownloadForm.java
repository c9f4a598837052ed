package jp.shomei.contracts.certificate;

/** In which form a certificate is handed out. */
public enum DownloadForm {
    /** PKCS#12 with private key and chain. */
    PKCS12,
    /** PEM certificate with chain, for a key the holder made. */
    PEM
}
