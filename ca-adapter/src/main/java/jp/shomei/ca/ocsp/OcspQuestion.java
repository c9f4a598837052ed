package jp.shomei.ca.ocsp;

import java.util.List;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.x509.Extension;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks.
 *
 * @param certificates which certificates, at least one
 * @param nonce the extension that binds the answer to the request, to be sent back as it came; none if there was none
 */
record OcspQuestion(List<CertID> certificates, @Nullable Extension nonce) {

    OcspQuestion {
        certificates = List.copyOf(certificates);
    }

    /** Whether one answer will do for everybody who asks this. */
    boolean isRepeatable() {
        return nonce == null && certificates.size() == 1;
    }
}
