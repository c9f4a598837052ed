package jp.shomei.ca.ocsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;

/** Why a request gets no certificate's status (RFC 6960 section 4.2.1). */
enum OcspRefusal {
    /** The request cannot be read. */
    MALFORMED_REQUEST(OCSPResponseStatus.MALFORMED_REQUEST),
    /** The responder is broken. */
    INTERNAL_ERROR(OCSPResponseStatus.INTERNAL_ERROR),
    /** The responder cannot sign just now. */
    TRY_LATER(OCSPResponseStatus.TRY_LATER),
    /** The request is about somebody else's certificates (RFC 5019 section 2.2.3). */
    UNAUTHORIZED(OCSPResponseStatus.UNAUTHORIZED);

    private final byte[] response;

    OcspRefusal(int status) {
        try {
            this.response = new OCSPResponse(new OCSPResponseStatus(status), null).getEncoded("DER");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** As it is counted. */
    OcspStatus status() {
        return OcspStatus.valueOf(name());
    }

    /** The OCSPResponse in DER. */
    byte[] response() {
        return response.clone();
    }
}
