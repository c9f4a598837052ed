package jp.shomei.contracts.notice;

/**
 * Asks for a notice as a letter, to be printed; answered with a {@link Letter}, or refused with
 * {@code NOTICE_NOT_FOUND}.
 *
 * @param noticeId the notice
 */
public record RenderLetter(String noticeId) {}
