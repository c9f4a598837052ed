package jp.shomei.contracts.reminder;

import java.util.List;
import java.util.Set;

/**
 * Certificates for which a mail is due.
 *
 * @param items in order of their request IDs
 */
public record DueReminders(List<Due> items) {

    public DueReminders {
        items = List.copyOf(items);
    }

    /**
     * One certificate.
     *
     * @param requestId the certificate
     * @param kinds what its holder is to be reminded of
     */
    public record Due(String requestId, Set<ReminderKind> kinds) {

        public Due {
            kinds = Set.copyOf(kinds);
        }
    }
}
