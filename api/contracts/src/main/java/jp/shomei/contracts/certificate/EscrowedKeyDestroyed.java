package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The private key that the authority made and kept for downloads was destroyed: the download period is over.
 *
 * @param requestId the certificate
 * @param destroyedOn the day in Japan
 */
@Revision("1")
public record EscrowedKeyDestroyed(String requestId, LocalDate destroyedOn) implements CertificateEvent {}
