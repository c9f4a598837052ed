package jp.shomei.contracts.reminder;

import java.time.LocalDate;

/**
 * A reminder of a certificate.
 *
 * @param requestId リクエストID
 * @param institution ten-digit code or insurer number
 * @param terminalName 端末名称等
 * @param kind what ends
 * @param channel how the holder is reminded
 * @param dueOn the day of the reminder
 * @param daysLeft days from then until the end; 0 on the last day
 * @param endsOn the last day of validity or download
 */
public record ReminderView(
        String requestId,
        String institution,
        String terminalName,
        ReminderKind kind,
        ReminderChannel channel,
        LocalDate dueOn,
        int daysLeft,
        LocalDate endsOn) {}
