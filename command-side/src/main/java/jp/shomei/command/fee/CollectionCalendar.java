package jp.shomei.command.fee;

import java.time.LocalDate;
import jp.shomei.command.calendar.BusinessDays;
import jp.shomei.contracts.fee.BillingMonth;

/** The days of collecting fees, by {@link CollectionPolicy}: slips are sent, and have to be paid, on business days. */
public final class CollectionCalendar {

    /** A billing month lies so many months after the month of issue. */
    private static final int BILLING_MONTH = 2;

    private final CollectionPolicy policy;
    private final BusinessDays businessDays;

    public CollectionCalendar(CollectionPolicy policy, BusinessDays businessDays) {
        this.policy = policy;
        this.businessDays = businessDays;
    }

    /** When the slip of a billing month is sent if it is planned today. */
    LocalDate slipDay(BillingMonth month, LocalDate today) {
        return slipDayOf(month, today);
    }

    /** When the slip is sent if today the second deduction is known to have failed. */
    LocalDate fallbackSlipDay(BillingMonth month, LocalDate today) {
        return slipDayOf(month.plus(policy.fallbackSlipMonth() - BILLING_MONTH), today);
    }

    /** Whether slips are sent on this day. */
    boolean isSlipDay(LocalDate day) {
        return businessDays.include(day);
    }

    /** The last day for paying a slip that is sent on this day. */
    LocalDate dueOn(LocalDate issuedOn) {
        return businessDays.onOrAfter(issuedOn.plusDays(policy.paymentDays()));
    }

    /** The last day for paying after a warning of this day. */
    LocalDate revokeAfter(LocalDate warnedOn) {
        return warnedOn.plusDays(policy.graceDays());
    }

    private LocalDate slipDayOf(BillingMonth month, LocalDate today) {
        LocalDate usual = month.month().atDay(policy.slipDay());
        return businessDays.onOrAfter(usual.isBefore(today) ? today : usual);
    }
}
