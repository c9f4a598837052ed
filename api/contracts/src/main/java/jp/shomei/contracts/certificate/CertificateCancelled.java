package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The applicant took the application back while it waited (取下げ).
 *
 * @param requestId the certificate
 * @param cancelledOn the day in Japan
 */
@Revision("1")
public record CertificateCancelled(String requestId, LocalDate cancelledOn) implements CertificateEvent {}
