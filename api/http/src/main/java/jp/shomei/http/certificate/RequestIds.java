package jp.shomei.http.certificate;

import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;

/** Request IDs in paths. */
final class RequestIds {
    private RequestIds() {}

    /** The ID, unless no certificate can have it. */
    static String known(String requestId) {
        if (!RequestId.isWellFormed(requestId)) {
            throw Refused.because(ErrorCode.CERTIFICATE_NOT_FOUND);
        }
        return requestId;
    }
}
