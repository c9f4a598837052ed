package jp.shomei.contracts.fee;

import java.time.LocalDate;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.InstitutionCode;
import org.axonframework.serialization.Revision;

/**
 * An officer takes a charge back; what reverses it is charged to the next open month.
 *
 * @param billId the bill that has the charge
 * @param institution who pays
 * @param category its category
 * @param charge the charge
 * @param reason why
 * @param reversedOn the day in Japan
 */
@Revision("1")
public record ChargeReversed(
        String billId,
        InstitutionCode institution,
        Category category,
        Charge charge,
        String reason,
        LocalDate reversedOn)
        implements FeeEvent {}
