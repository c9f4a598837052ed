package jp.shomei.contracts.fee;

import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.Prefecture;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A fee was charged.
 *
 * @param billId the bill
 * @param institution who pays
 * @param category its category
 * @param prefecture its prefecture as filed; absent if none is
 * @param method how it would be collected as things stand; what counts is the method of the day the month is closed
 * @param charge the fee
 */
@Revision("1")
public record FeeCharged(
        String billId,
        InstitutionCode institution,
        Category category,
        @Nullable Prefecture prefecture,
        PaymentMethod method,
        Charge charge)
        implements FeeEvent {}
