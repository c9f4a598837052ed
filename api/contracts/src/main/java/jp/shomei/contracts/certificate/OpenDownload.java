package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks whether the certificate may be downloaded now, and for what that needs. Answers a {@link DownloadOrder};
 * refused with {@code CERTIFICATE_NOT_FOUND}, {@code NOT_ISSUED}, {@code ALREADY_REVOKED}, {@code CERTIFICATE_EXPIRED} or
 * {@code DOWNLOAD_PERIOD_OVER}.
 *
 * @param requestId the certificate
 */
public record OpenDownload(@TargetAggregateIdentifier String requestId) {}
