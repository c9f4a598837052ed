package jp.shomei.contracts.notice;

import jp.shomei.contracts.message.Recorded;

/**
 * What became of a report on a notice's way.
 *
 * @param recorded where the history now stands
 * @param changed whether it was recorded now; false if just this was on record
 */
public record PostingOutcome(Recorded recorded, boolean changed) {}
