package jp.shomei.contracts.fee;

/** The events of one billing month's ledger. */
public sealed interface LedgerEvent permits LedgerClosingBegun, LedgerClosed, ResultsAccepted, ResultsApplied {

    /** The ledger, by {@link LedgerId}. */
    String ledgerId();
}
