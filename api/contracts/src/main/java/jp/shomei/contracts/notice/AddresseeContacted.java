package jp.shomei.contracts.notice;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * An officer contacted the addressee of a returned notice, or tried to.
 *
 * @param noticeId the notice
 * @param means how
 * @param outcome what came of it
 * @param contactedOn the day in Japan
 */
@Revision("1")
public record AddresseeContacted(String noticeId, ContactMeans means, String outcome, LocalDate contactedOn)
        implements NoticeEvent {}
