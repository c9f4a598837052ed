package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PostalAddress;
import org.axonframework.serialization.Revision;

/**
 * The notice was lost and a new one goes out (再発行) with a new reference ID; the one before is worthless from now on.
 *
 * @param requestId the certificate
 * @param edition 2 for the first reissue; the reference ID follows from it
 * @param institution the holder
 * @param address where it is mailed: the address on file
 * @param contact the addressee of today
 * @param terminalName 端末名称等 of today
 * @param issuedOn first day of validity
 * @param expiresOn last day of validity
 * @param downloadUntil last day of download
 * @param dispatchOn the day on which it is to be posted
 * @param reason what happened to the one before
 * @param reissuedOn the day in Japan
 */
@Revision("1")
public record NoticeReissued(
        String requestId,
        int edition,
        InstitutionCode institution,
        PostalAddress address,
        Contact contact,
        String terminalName,
        LocalDate issuedOn,
        LocalDate expiresOn,
        LocalDate downloadUntil,
        LocalDate dispatchOn,
        String reason,
        LocalDate reissuedOn)
        implements CertificateEvent {}
