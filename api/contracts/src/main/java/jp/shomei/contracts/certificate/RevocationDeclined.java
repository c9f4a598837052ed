package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * An officer declined a request to revoke; the certificate stays valid.
 *
 * @param requestId the certificate
 * @param reason why not
 * @param declinedOn the day in Japan
 */
@Revision("1")
public record RevocationDeclined(String requestId, String reason, LocalDate declinedOn) implements CertificateEvent {}
