package jp.shomei.contracts.notice;

import org.axonframework.serialization.Revision;

/**
 * The notice was taken into a posting batch, with the boxes it has now.
 *
 * @param noticeId the notice
 * @param batchId the batch
 */
@Revision("1")
public record NoticePrinted(String noticeId, String batchId) implements NoticeEvent {}
