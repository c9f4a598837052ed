package jp.shomei.contracts.notice;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Records that the notice was posted. Answers a {@link PostingOutcome}; does nothing if just this is on record, the day
 * aside if none is named; refused with {@code INVALID_FIELDS} or {@code NOTICE_NOT_PREPARED}.
 *
 * @param noticeId the notice
 * @param trackingNumber 11 digits, hyphens allowed
 * @param on the day in Japan, not before its day of posting unless that is to come, and not after today; today if absent
 */
public record DispatchNotice(
        @TargetAggregateIdentifier String noticeId,
        @Nullable String trackingNumber,
        @Nullable LocalDate on) {}
