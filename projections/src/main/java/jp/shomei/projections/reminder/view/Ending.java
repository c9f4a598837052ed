package jp.shomei.projections.reminder.view;

import java.time.LocalDate;
import java.util.Optional;
import jp.shomei.contracts.certificate.ReminderSent;
import jp.shomei.contracts.reminder.ReminderChannel;
import jp.shomei.contracts.reminder.ReminderKind;
import jp.shomei.contracts.reminder.ReminderSchedule;
import org.jspecify.annotations.Nullable;

/**
 * An end of which a holder can be reminded.
 *
 * @param lastDay the last day of validity or download
 * @param mailed which mail was the last to be recorded, as days before the end; none before the first
 */
public record Ending(LocalDate lastDay, @Nullable Integer mailed) {

    /** An end of which nobody was reminded. */
    static Ending on(LocalDate lastDay) {
        return new Ending(lastDay, null);
    }

    /** This end, if it is the same day still; else one that begins anew. */
    static Ending moved(@Nullable Ending before, LocalDate lastDay) {
        return before != null && before.lastDay.equals(lastDay) ? before : on(lastDay);
    }

    /** This end after a mail; a mail about another end changes nothing. */
    Ending after(ReminderSent sent) {
        return sent.endsOn().equals(lastDay) ? new Ending(lastDay, sent.stage()) : this;
    }

    /** Whether the mail so many days before the end needs no more sending: it, or a later one, is on record. */
    public boolean isMailed(int before) {
        return mailed != null && mailed <= before;
    }

    /** The day on which the next mail is due; empty after the last. */
    Optional<LocalDate> nextMail(ReminderKind kind) {
        return mailed == null
                ? ReminderSchedule.first(kind, ReminderChannel.EMAIL, lastDay)
                : ReminderSchedule.next(kind, ReminderChannel.EMAIL, lastDay, mailed);
    }
}
