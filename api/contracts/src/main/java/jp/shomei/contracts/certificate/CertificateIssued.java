package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PostalAddress;
import org.axonframework.serialization.Revision;

/**
 * The application was approved: validity, download period and fee begin. The key and the signature come with the first
 * download.
 *
 * @param requestId the certificate
 * @param institution the holder; the certificate's common name
 * @param category the holder's category
 * @param contact addressee of the notice
 * @param terminalName 端末名称等
 * @param address where the notice is mailed: the address on file at the approval
 * @param approval who approved
 * @param issuedOn 発行日, the day of approval in Japan; first day of validity
 * @param expiresOn 証明書有効期限, the last day of validity: 39 months after issue, at the month's end if it has no such day
 * @param downloadUntil ダウンロード有効期限, the last day of download: 180 days after issue
 * @param dispatchOn the day on which the notice is to be posted
 * @param licenceFee 発行料 by the price table of the issue date, yen, tax included
 */
@Revision("1")
public record CertificateIssued(
        String requestId,
        InstitutionCode institution,
        Category category,
        Contact contact,
        String terminalName,
        PostalAddress address,
        Approval approval,
        LocalDate issuedOn,
        LocalDate expiresOn,
        LocalDate downloadUntil,
        LocalDate dispatchOn,
        int licenceFee)
        implements CertificateEvent {

    /** Who approved. */
    public enum Approval {
        /** The application agreed with the registration. */
        BY_RULE,
        /** An officer looked at the findings. */
        BY_OFFICER
    }
}
