package jp.shomei.contracts.reminder;

import java.time.LocalDate;
import java.util.List;

/**
 * What a terminal should show on a day.
 *
 * @param requestId the certificate
 * @param on the day in Japan
 * @param items what to show; empty if nothing is due, and for a certificate that was renewed, revoked or has expired
 */
public record TerminalReminders(String requestId, LocalDate on, List<ReminderView> items) {

    public TerminalReminders {
        items = List.copyOf(items);
    }
}
