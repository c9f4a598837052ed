package jp.shomei.contracts.fee;

/**
 * Asks for a slip as a document; answered with a {@link SlipDocument}, or refused with {@code BILL_NOT_FOUND} or
 * {@code SLIP_NOT_ISSUED}.
 *
 * @param billId the bill
 */
public record RenderSlip(String billId) {}
