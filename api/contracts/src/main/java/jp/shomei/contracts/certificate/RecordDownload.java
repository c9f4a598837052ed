package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records that the certificate is handed out. Answers a {@link jp.shomei.contracts.message.Recorded}; refused with
 * {@code NOT_ISSUED}, {@code ALREADY_REVOKED}, {@code CERTIFICATE_EXPIRED}, {@code DOWNLOAD_PERIOD_OVER}, or
 * {@code SIGNING_IN_PROGRESS} if no signature is on record.
 *
 * @param requestId the certificate
 * @param form in which form
 */
public record RecordDownload(@TargetAggregateIdentifier String requestId, DownloadForm form) {}
