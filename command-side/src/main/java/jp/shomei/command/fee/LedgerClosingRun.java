package jp.shomei.command.fee;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.shomei.command.time.PatientQuestions;
import jp.shomei.command.time.ReactionsCaughtUp;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.ListOpenLedgers;
import jp.shomei.contracts.fee.OpenLedgers;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.time.DailyJob;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes every month in which fees are to be collected by now and which nobody has closed. */
public final class LedgerClosingRun implements DailyJob {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerClosingRun.class);

    private final ReactionsCaughtUp reactions;
    private final PatientQuestions questions;
    private final LedgerClosing closing;

    public LedgerClosingRun(ReactionsCaughtUp reactions, PatientQuestions questions, LedgerClosing closing) {
        this.reactions = reactions;
        this.questions = questions;
        this.closing = closing;
    }

    @Override
    public String name() {
        return "ledger closing";
    }

    /**
     * Closes the months up to that of this day, oldest first. One that fails keeps no other from it.
     *
     * @throws IllegalStateException if one could not be closed, or which are open is not to be had
     */
    @Override
    public void run(LocalDate day) {
        // a month is known to be open by what is charged to it
        reactions.await(LedgerClosing.CHARGING, LedgerClosing.CHARGING_WAIT);
        List<BillingMonth> open = questions
                .ask("open ledgers", new ListOpenLedgers(new BillingMonth(YearMonth.from(day))), OpenLedgers.class)
                .months();
        @Nullable RuntimeException failure = null;
        for (BillingMonth month : open) {
            try {
                closing.close(month, Metadata.BY_DAILY_RUN);
                LOG.info("The ledger of {} was closed", month);
            } catch (RuntimeException failed) {
                LOG.error("The ledger of {} could not be closed", month, failed);
                failure = failed;
            }
        }
        if (failure != null) {
            throw new IllegalStateException("not every ledger is closed", failure);
        }
    }
}
