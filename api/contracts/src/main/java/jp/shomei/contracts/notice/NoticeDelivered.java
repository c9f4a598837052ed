package jp.shomei.contracts.notice;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The notice was delivered (お届け済み).
 *
 * @param noticeId the notice
 * @param deliveredOn the day in Japan
 */
@Revision("1")
public record NoticeDelivered(String noticeId, LocalDate deliveredOn) implements NoticeEvent {}
