package jp.shomei.contracts.certificate;

/** Who made the holder's key pair. */
public enum KeyOrigin {
    /** The authority made it (認証局鍵生成) and hands it out as PKCS#12. */
    AUTHORITY,
    /** The holder made it and sent a PKCS#10 request. */
    HOLDER
}
