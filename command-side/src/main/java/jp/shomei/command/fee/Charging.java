package jp.shomei.command.fee;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeFee;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;

/**
 * Puts a charge on the bill of its billing month, or, where that month is closed, of the next one that is open. A bill that
 * has the charge says so also when its month was closed since: who asks again ends at the same bill.
 */
public final class Charging {

    /** If a whole year is closed, something is wrong: an operator has to look at it. */
    private static final int MOST_CLOSED_MONTHS = 12;

    private static final long DEADLINE_SECONDS = 30;

    private final CommandGateway commands;
    private final Clock clock;

    public Charging(CommandGateway commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Charges what has arisen on its day, however late that is known. What is free is not charged.
     *
     * @param category the institution's, if its registration has none
     * @throws IllegalStateException if all is closed up to a year after the month in which today's charges are billed
     * @throws Refused for any reason but a closed month
     */
    void charge(InstitutionCode institution, @Nullable Category category, Charge charge) {
        BillingMonth month = BillingMonth.ofChargesOn(charge.chargedOn());
        charge(month, end(month, clock), institution, category, charge);
    }

    /**
     * Charges what takes a charge of this month back: beside it, or in the first open month after it that had not begun when
     * it was taken back. Months to which nothing was charged are never closed, and yet are over.
     *
     * @throws IllegalStateException if all is closed up to a year after the month in which today's charges are billed
     * @throws Refused for any reason but a closed month
     */
    void takeBack(BillingMonth month, InstitutionCode institution, Category category, Charge reversal) {
        BillingMonth first = month.orLater(BillingMonth.yetToCome(reversal.chargedOn()));
        charge(first, end(first, clock), institution, category, reversal);
    }

    /** The month before which there must be an open one: a year after the later of this one and the present. */
    static BillingMonth end(BillingMonth month, Clock clock) {
        BillingMonth present = BillingMonth.ofChargesOn(JapanTime.today(clock));
        return month.orLater(present).plus(MOST_CLOSED_MONTHS);
    }

    private void charge(
            BillingMonth first,
            BillingMonth end,
            InstitutionCode institution,
            @Nullable Category category,
            Charge charge) {
        if (charge.amount() == 0) {
            return;
        }
        for (BillingMonth month = first; month.compareTo(end) < 0; month = month.next()) {
            if (isTaken(new ChargeFee(BillId.of(month, institution), institution, category, charge))) {
                return;
            }
        }
        throw new IllegalStateException(
                charge.chargeId() + " is not charged: every month from " + first + " on is closed, for a year");
    }

    /** Whether the bill has it; otherwise its month is closed. */
    private boolean isTaken(ChargeFee command) {
        try {
            commands.sendAndWait(
                    new GenericCommandMessage<>(command, Metadata.BY_REACTION), DEADLINE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (Refused refused) {
            if (refused.refusal().code() != ErrorCode.LEDGER_CLOSED) {
                throw refused;
            }
            return false;
        }
    }
}
