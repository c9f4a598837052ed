package jp.shomei.contracts.notice;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Records that the notice was posted. Answers a {@link jp.shomei.contracts.message.Recorded}; does nothing if just this is
 * on record; refused with {@code INVALID_FIELDS} or {@code NOTICE_NOT_PREPARED}.
 *
 * @param noticeId the notice
 * @param trackingNumber 11 digits, hyphens allowed
 * @param on the day in Japan, not before the day of its posting and not after today; today if absent
 */
public record DispatchNotice(
        @TargetAggregateIdentifier String noticeId,
        @Nullable String trackingNumber,
        @Nullable LocalDate on) {}
