package jp.shomei.contracts.notice;

import java.time.LocalDate;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PostalAddress;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Puts a certificate's box on the notice of its institution, addressee and dispatch day, preparing the notice if there
 * is none. Answers a {@link jp.shomei.contracts.message.Recorded}; does nothing the second time; refused with
 * {@code NOTICE_NOT_PREPARED} if the notice was printed or posted, or its day is over.
 *
 * @param noticeId the notice
 * @param institution the institution
 * @param address the address on file
 * @param addressee 担当部署/担当者
 * @param dispatchOn the day of posting
 * @param promisedBy the last day on which it can be posted as promised
 * @param box the certificate's box
 */
public record EncloseInNotice(
        @TargetAggregateIdentifier String noticeId,
        InstitutionCode institution,
        PostalAddress address,
        Contact addressee,
        LocalDate dispatchOn,
        LocalDate promisedBy,
        NoticeBox box) {}
