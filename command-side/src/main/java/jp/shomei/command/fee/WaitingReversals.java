package jp.shomei.command.fee;

import java.util.List;
import java.util.Set;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.Offset;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.refusal.Refused;

/**
 * Tells on which bills reversals wait: they are to be paid out, or the bill's month is still open. What was counted against
 * other fees waits no more. Answers from the bills' own histories, for the present moment.
 */
public interface WaitingReversals {

    /**
     * What waits of these reversals, by bill.
     *
     * @param institution who was charged
     * @param month the billing month of the charges
     * @param reversals the names of the reversals, which are on other bills
     * @throws Refused with {@code TEMPORARILY_UNAVAILABLE} if one is on no bill yet
     */
    List<Offset> find(InstitutionCode institution, BillingMonth month, Set<String> reversals);
}
