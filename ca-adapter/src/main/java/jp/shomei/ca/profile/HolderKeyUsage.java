package jp.shomei.ca.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.bouncycastle.asn1.x509.KeyUsage;

/** What a holder's key may be used for (RFC 5280 section 4.2.1.3). */
public enum HolderKeyUsage {
    @JsonProperty("digitalSignature")
    DIGITAL_SIGNATURE(KeyUsage.digitalSignature);

    private final int bit;

    HolderKeyUsage(int bit) {
        this.bit = bit;
    }

    int bit() {
        return bit;
    }
}
