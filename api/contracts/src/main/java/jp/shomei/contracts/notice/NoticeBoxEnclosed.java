package jp.shomei.contracts.notice;

import org.axonframework.serialization.Revision;

/**
 * A certificate's box was put on the notice.
 *
 * @param noticeId the notice
 * @param box the box
 */
@Revision("2")
public record NoticeBoxEnclosed(String noticeId, NoticeBox box) implements NoticeEvent {}
