package jp.shomei.contracts.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a certificate's notice is (発送状況確認).
 *
 * @param noticeId the notice
 * @param status 発送状況
 * @param statusLabel its Japanese label
 * @param dispatchOn the day of posting
 * @param trackingNumber printed 3-2-5-1, from the posting until the post office no longer tells anything by it
 * @param trackableUntil the last day on which the tracking number is shown; none before the posting
 */
public record TrackingView(
        String noticeId,
        NoticeStatus status,
        String statusLabel,
        LocalDate dispatchOn,
        @Nullable String trackingNumber,
        @Nullable LocalDate trackableUntil) {}
