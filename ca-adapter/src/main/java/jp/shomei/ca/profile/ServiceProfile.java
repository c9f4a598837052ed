package jp.shomei.ca.profile;

import java.util.Set;

/** What the certificates of the system's own services look like. Their keys are made by the system and renewed without anybody's doing. */
public enum ServiceProfile {
    /** Signs OCSP answers on the issuer's behalf (RFC 6960 section 4.2.2.2). Its key lives in memory only. */
    OCSP_SIGNER("ocsp-signer", "OCSP Responder", HolderKeyPurpose.OCSP_SIGNING, 1),
    /**
     * The server on the port that terminals connect to with their certificates. For long, since terminals judge by a clock
     * of their own while the system's may be a simulated one.
     */
    TLS_SERVER("tls-server", "Terminal Port", HolderKeyPurpose.SERVER_AUTH, 120);

    private static final int KEY_BITS = 256;

    private final String commonName;
    private final CertificateProfile profile;

    ServiceProfile(String name, String commonName, HolderKeyPurpose purpose, int months) {
        this.commonName = commonName;
        this.profile = new CertificateProfile(
                name,
                HolderKeyAlgorithm.EC,
                KEY_BITS,
                Set.of(HolderKeyUsage.DIGITAL_SIGNATURE),
                Set.of(purpose),
                months);
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
