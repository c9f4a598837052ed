package jp.shomei.contracts.certificate;

/** Reserves the next request ID of today; answers it as a string. An ID reserved and never used is a gap, no more. */
public record ReserveRequestId() {}
