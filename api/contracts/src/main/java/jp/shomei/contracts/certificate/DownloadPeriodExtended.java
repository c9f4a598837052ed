package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * An officer allows the download for longer, or again.
 *
 * @param requestId the certificate
 * @param downloadUntil the new last day of download
 * @param reason why
 * @param extendedOn the day in Japan
 */
@Revision("1")
public record DownloadPeriodExtended(String requestId, LocalDate downloadUntil, String reason, LocalDate extendedOn)
        implements CertificateEvent {}
