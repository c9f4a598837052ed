package jp.shomei.contracts.notice;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Records that the notice was delivered. Answers a {@link PostingOutcome}; does nothing if just this is on record, the day
 * aside if none is named; refused with {@code INVALID_FIELDS} or {@code NOTICE_NOT_DISPATCHED}.
 *
 * @param noticeId the notice
 * @param on the day in Japan, not before it was posted and not after today; today if absent
 */
public record DeliverNotice(
        @TargetAggregateIdentifier String noticeId,
        @Nullable LocalDate on) {}
