package jp.shomei.contracts.notice;

/**
 * Asks for one notice; answered with an optional {@link NoticeView}.
 *
 * @param noticeId the notice
 */
public record FindNotice(String noticeId) {}
