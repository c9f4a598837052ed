package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The certificate was handed out. Happens as often as it is asked for inside the download period, free of charge.
 *
 * @param requestId the certificate
 * @param form in which form
 * @param downloadedOn the day in Japan
 */
@Revision("1")
public record CertificateDownloaded(String requestId, DownloadForm form, LocalDate downloadedOn)
        implements CertificateEvent {}
