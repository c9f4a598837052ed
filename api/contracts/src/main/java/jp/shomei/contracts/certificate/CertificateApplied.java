package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * An application was received and is well formed; what follows is screening.
 *
 * @param requestId the certificate
 * @param application the application
 * @param appliedOn the day in Japan
 */
@Revision("1")
public record CertificateApplied(String requestId, Application application, LocalDate appliedOn)
        implements CertificateEvent {}
