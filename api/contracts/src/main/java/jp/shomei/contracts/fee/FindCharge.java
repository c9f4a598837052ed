package jp.shomei.contracts.fee;

/**
 * Asks why something is charged. Answers an Optional of {@link ChargeView}.
 *
 * @param chargeId the charge
 */
public record FindCharge(String chargeId) {}
