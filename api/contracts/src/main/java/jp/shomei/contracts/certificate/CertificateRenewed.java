package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionCode;
import org.axonframework.serialization.Revision;

/**
 * The certificate was renewed (更新): a new generation with a new key, valid from today. No notice is mailed. The
 * generation before stays valid until the day named.
 *
 * @param requestId the certificate
 * @param generation 2 for the first renewal
 * @param institution the holder
 * @param category the holder's category
 * @param contact 担当部署/担当者 of today
 * @param terminalName 端末名称等 of today
 * @param renewedOn the day in Japan; first day of validity
 * @param expiresOn last day of validity: 39 months after the renewal, at the month's end if it has no such day
 * @param downloadUntil last day on which the new certificate is handed out: 180 days after the renewal
 * @param previousValidUntil last day of the generation before
 * @param renewalFee 更新料 by the price table of that day, yen, tax included
 */
@Revision("1")
public record CertificateRenewed(
        String requestId,
        int generation,
        InstitutionCode institution,
        Category category,
        Contact contact,
        String terminalName,
        LocalDate renewedOn,
        LocalDate expiresOn,
        LocalDate downloadUntil,
        LocalDate previousValidUntil,
        int renewalFee)
        implements CertificateEvent {}
