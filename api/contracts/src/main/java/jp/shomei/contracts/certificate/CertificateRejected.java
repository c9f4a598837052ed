package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * An officer rejected the application (発行申請棄却).
 *
 * @param requestId the certificate
 * @param reason what the applicant is told
 * @param rejectedOn the day in Japan
 */
@Revision("1")
public record CertificateRejected(String requestId, String reason, LocalDate rejectedOn) implements CertificateEvent {}
