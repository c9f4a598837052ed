package jp.shomei.contracts.fee;

/**
 * Asks for everything that was charged for a certificate, the postage of its notices among it. Answers {@link Charges}.
 *
 * @param requestId the certificate
 */
public record ListCharges(String requestId) {}
