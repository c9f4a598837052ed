package jp.shomei.contracts.certificate;

import java.util.List;

/**
 * Certificates for which something is due.
 *
 * @param items in order of their request IDs
 */
public record DueCertificates(List<Due> items) {

    public DueCertificates {
        items = List.copyOf(items);
    }

    /**
     * One certificate.
     *
     * @param requestId the certificate
     * @param expiry whether its expiry is to be recorded
     * @param retirement whether the generation before its renewal is to be retired
     */
    public record Due(String requestId, boolean expiry, boolean retirement) {}
}
