package jp.shomei.contracts.notice;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The notice is to be posted once more, without a second postage.
 *
 * @param noticeId the notice
 * @param dispatchOn the new day of posting
 */
@Revision("1")
public record NoticeResent(String noticeId, LocalDate dispatchOn) implements NoticeEvent {}
