package jp.shomei.contracts.fee;

import jp.shomei.contracts.message.Recorded;

/**
 * What became of a list of results.
 *
 * @param recorded where the ledger's history now stands
 * @param lines how many lines it has
 * @param repeated whether the very same list was accepted before, so that this time nothing was done
 */
public record ResultsReport(Recorded recorded, int lines, boolean repeated) {}
