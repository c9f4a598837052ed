package jp.shomei.command.fee;

import jp.shomei.contracts.fee.BillingMonth;

/** Tells whether billing months still take charges. Answers from the ledgers' own history, for the present moment. */
public interface Ledgers {

    /** Whether something can be charged to this month: until its closing begins. */
    boolean isOpen(BillingMonth month);
}
