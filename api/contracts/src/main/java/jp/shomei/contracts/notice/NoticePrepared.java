package jp.shomei.contracts.notice;

import java.time.LocalDate;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PostalAddress;
import org.axonframework.serialization.Revision;

/**
 * A notice is to be posted; the boxes of its certificates follow.
 *
 * @param noticeId the notice
 * @param institution the institution
 * @param address the address on file
 * @param addressee 担当部署/担当者
 * @param dispatchOn the day of posting; the date printed on the notice
 * @param promisedBy the last day on which it can be posted without breaking the promise of three business days
 */
@Revision("2")
public record NoticePrepared(
        String noticeId,
        InstitutionCode institution,
        PostalAddress address,
        Contact addressee,
        LocalDate dispatchOn,
        LocalDate promisedBy)
        implements NoticeEvent {}
