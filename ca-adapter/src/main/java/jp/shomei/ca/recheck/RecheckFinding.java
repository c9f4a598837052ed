package jp.shomei.ca.recheck;

/**
 * Something wrong with a certificate on file.
 *
 * @param serialNumber under which it is filed
 * @param requestId whose it is
 * @param lint the name of the lint or check that found it
 * @param detail what it says, in up to 200 characters
 */
public record RecheckFinding(String serialNumber, String requestId, String lint, String detail) {

    private static final int DETAIL_LIMIT = 200;

    public RecheckFinding {
        detail = detail.length() > DETAIL_LIMIT ? detail.substring(0, DETAIL_LIMIT) : detail;
    }

    static RecheckFinding of(StoredCertificate certificate, String lint, String detail) {
        return new RecheckFinding(certificate.serialNumber(), certificate.requestId(), lint, detail);
    }
}
