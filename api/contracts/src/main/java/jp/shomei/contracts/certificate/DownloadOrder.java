package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import jp.shomei.contracts.institution.InstitutionCode;

/**
 * What a download needs to know.
 *
 * @param requestId the certificate
 * @param holder the common name
 * @param issuedOn first day of validity
 * @param expiresOn last day of validity
 * @param downloadUntil last day of download
 * @param signing how far signing has come
 */
public record DownloadOrder(
        String requestId,
        InstitutionCode holder,
        LocalDate issuedOn,
        LocalDate expiresOn,
        LocalDate downloadUntil,
        SigningState signing) {}
