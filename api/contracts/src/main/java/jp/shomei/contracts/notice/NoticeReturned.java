package jp.shomei.contracts.notice;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The notice came back (不達).
 *
 * @param noticeId the notice
 * @param reason why, as the post office says
 * @param returnedOn the day in Japan
 */
@Revision("1")
public record NoticeReturned(String noticeId, String reason, LocalDate returnedOn) implements NoticeEvent {}
