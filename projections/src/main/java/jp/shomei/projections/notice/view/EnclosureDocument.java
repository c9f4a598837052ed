package jp.shomei.projections.notice.view;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * On which notice a certificate's box is.
 *
 * @param requestId the certificate
 * @param noticeId the notice
 */
public record EnclosureDocument(@BsonId String requestId, String noticeId) {}
