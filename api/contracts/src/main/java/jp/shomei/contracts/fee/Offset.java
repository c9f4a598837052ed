package jp.shomei.contracts.fee;

/**
 * What was taken back of a bill that is given up, and waits on another bill (相殺): it is neither lost there nor paid out here.
 *
 * @param billId the bill with the reversals
 * @param amount yen, tax included, positive
 */
public record Offset(String billId, long amount) {}
