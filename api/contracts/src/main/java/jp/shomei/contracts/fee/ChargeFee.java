package jp.shomei.contracts.fee;

import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.InstitutionCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Charges a fee to an institution's bill of a month. Answers a {@link Recorded}; does nothing if it is on the bill; refused
 * with {@code LEDGER_CLOSED} once the month is being closed.
 *
 * @param billId the bill
 * @param institution who pays
 * @param category its category, if the registration has none
 * @param charge the fee
 */
public record ChargeFee(
        @TargetAggregateIdentifier String billId,
        InstitutionCode institution,
        @Nullable Category category,
        Charge charge) {}
