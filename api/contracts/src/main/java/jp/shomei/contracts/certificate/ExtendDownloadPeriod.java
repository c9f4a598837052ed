package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * An officer allows the download for longer, or again. Answers a {@link jp.shomei.contracts.message.Recorded}; refused
 * with {@code INVALID_FIELDS} without a reason or with a day that is past, not later than the present one, or after the
 * last day of validity, {@code NOT_ISSUED}, {@code ALREADY_REVOKED}, {@code CERTIFICATE_EXPIRED}, {@code KEY_NOT_KEPT} if
 * the key was destroyed with the old limit.
 *
 * @param requestId the certificate
 * @param downloadUntil the new last day
 * @param reason why
 */
public record ExtendDownloadPeriod(
        @TargetAggregateIdentifier String requestId,
        @Nullable LocalDate downloadUntil,
        @Nullable String reason) {}
