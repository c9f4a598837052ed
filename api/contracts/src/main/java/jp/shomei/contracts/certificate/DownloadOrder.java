package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import jp.shomei.contracts.institution.InstitutionCode;

/**
 * What a download needs to know.
 *
 * @param requestId the certificate
 * @param generation the newest generation, which is the one handed out
 * @param edition which edition of the notice holds the valid reference ID; 1 for the first
 * @param byNotice whether a notice was mailed for this generation; a renewed one is handed out to those who renewed it
 * @param holder the common name
 * @param issuedOn first day of validity; of a renewed certificate the day of renewal
 * @param expiresOn last day of validity
 * @param downloadUntil last day of download
 * @param signing how far signing has come
 */
public record DownloadOrder(
        String requestId,
        int generation,
        int edition,
        boolean byNotice,
        InstitutionCode holder,
        LocalDate issuedOn,
        LocalDate expiresOn,
        LocalDate downloadUntil,
        SigningState signing) {}
