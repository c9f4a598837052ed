package jp.shomei.ca.profile;

import java.util.Set;

/**
 * What the certificates of the system's own services look like. Their keys are made by the system, live in memory only, and
 * are renewed without anybody's doing.
 */
public enum ServiceProfile {
    /** Signs OCSP answers on the issuer's behalf (RFC 6960 section 4.2.2.2). */
    OCSP_SIGNER("ocsp-signer", "OCSP Responder", HolderKeyPurpose.OCSP_SIGNING),
    /** The server on the port that terminals connect to with their certificates. */
    TLS_SERVER("tls-server", "Terminal Port", HolderKeyPurpose.SERVER_AUTH);

    private static final int KEY_BITS = 256;
    private static final int MONTHS = 1;

    private final String commonName;
    private final CertificateProfile profile;

    ServiceProfile(String name, String commonName, HolderKeyPurpose purpose) {
        this.commonName = commonName;
        this.profile = new CertificateProfile(
                name,
                HolderKeyAlgorithm.EC,
                KEY_BITS,
                Set.of(HolderKeyUsage.DIGITAL_SIGNATURE),
                Set.of(purpose),
                MONTHS);
    }

    /** The common name in the subject. */
    public String commonName() {
        return commonName;
    }

    /** Key, usages and longest validity. */
    public CertificateProfile profile() {
        return profile;
    }
}
