package jp.shomei.contracts.certificate;

import java.util.Map;

/**
 * Reference IDs (リファレンスID); secret.
 *
 * @param byRequestId the reference ID of each request ID
 */
public record ReferenceIdsView(Map<String, String> byRequestId) {

    public ReferenceIdsView {
        byRequestId = Map.copyOf(byRequestId);
    }

    @Override
    public String toString() {
        return "ReferenceIdsView[" + byRequestId.size() + "]";
    }
}
