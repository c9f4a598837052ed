package jp.shomei.projections.certificate.view;

import java.time.Instant;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * Which certificates an institution has applied for.
 *
 * @param institution ten-digit code or insurer number
 * @param requests when each was applied for, by request ID
 */
public record InstitutionCertificatesDocument(@BsonId String institution, Map<String, Instant> requests) {}
