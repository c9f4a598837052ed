package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records that the certificate is handed out. Answers a {@link jp.shomei.contracts.message.Recorded}; refused with
 * {@code NOT_ISSUED} or {@code DOWNLOAD_PERIOD_OVER}.
 *
 * @param requestId the certificate
 * @param form in which form
 */
public record RecordDownload(@TargetAggregateIdentifier String requestId, DownloadForm form) {}
