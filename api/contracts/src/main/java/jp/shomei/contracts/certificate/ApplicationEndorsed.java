package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The first of two officers approved; the application goes on waiting for the second (四眼).
 *
 * @param requestId the certificate
 * @param endorsedOn the day in Japan
 */
@Revision("1")
public record ApplicationEndorsed(String requestId, LocalDate endorsedOn) implements CertificateEvent {}
