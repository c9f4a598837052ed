package jp.shomei.ca.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** What a holder's certificate may be used for (RFC 5280 section 4.2.1.12). */
public enum HolderKeyPurpose {
    @JsonProperty("clientAuth")
    CLIENT_AUTH(KeyPurposeId.id_kp_clientAuth);

    private final KeyPurposeId id;

    HolderKeyPurpose(KeyPurposeId id) {
        this.id = id;
    }

    KeyPurposeId id() {
        return id;
    }
}
