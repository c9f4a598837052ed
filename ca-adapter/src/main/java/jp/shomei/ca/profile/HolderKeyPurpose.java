package jp.shomei.ca.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/**
 * What a certificate may be used for (RFC 5280 section 4.2.1.12). The file of holders' profiles names only the first; the
 * others are those of the system's own services.
 */
public enum HolderKeyPurpose {
    @JsonProperty("clientAuth")
    CLIENT_AUTH(KeyPurposeId.id_kp_clientAuth),
    /** Sign answers about certificates' status (RFC 6960 section 4.2.2.2). */
    OCSP_SIGNING(KeyPurposeId.id_kp_OCSPSigning),
    /** Stand for a server. */
    SERVER_AUTH(KeyPurposeId.id_kp_serverAuth);

    private final KeyPurposeId id;

    HolderKeyPurpose(KeyPurposeId id) {
        this.id = id;
    }

    KeyPurposeId id() {
        return id;
    }
}
