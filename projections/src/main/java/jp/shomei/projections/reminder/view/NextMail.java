package jp.shomei.projections.reminder.view;

import java.time.LocalDate;
import jp.shomei.contracts.reminder.ReminderKind;
import jp.shomei.contracts.reminder.ReminderSchedule;
import jp.shomei.projections.block.view.Beginning;
import jp.shomei.projections.block.view.BlockName;

/**
 * The next mail that reminds of an end.
 *
 * @param kind what ends
 * @param dueOn the day on which it is due
 * @param lastDay the last day of validity or download
 */
public record NextMail(ReminderKind kind, LocalDate dueOn, LocalDate lastDay) {

    private static final char STAGE = '-';

    /** Reads it from the name of the block of those for whom it is the next. */
    public static NextMail of(BlockName block) {
        int stage = block.what().indexOf(STAGE);
        return new NextMail(
                ReminderKind.valueOf(block.what().substring(0, stage)),
                block.day(),
                block.day().plusDays(Integer.parseInt(block.what().substring(stage + 1))));
    }

    /** The name of the block of those for whom it is the next. */
    public BlockName block(String requestId) {
        return Beginning.OF_REQUEST_ID.block(
                dueOn, requestId, kind.name() + STAGE + ReminderSchedule.daysLeft(lastDay, dueOn));
    }
}
