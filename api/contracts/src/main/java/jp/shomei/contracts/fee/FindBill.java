package jp.shomei.contracts.fee;

/**
 * Asks for a bill. Answers an Optional of {@link BillView}.
 *
 * @param billId the bill
 */
public record FindBill(String billId) {}
