package jp.shomei.projections.fee.view;

import java.time.LocalDate;
import jp.shomei.contracts.fee.SlipIssued;
import jp.shomei.contracts.fee.SlipIssuer;
import jp.shomei.contracts.institution.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * The slip that was sent.
 *
 * @param payer the institution's name as filed
 * @param address where it was sent
 * @param amount yen, tax included
 * @param taxIncluded the consumption tax inside, yen
 * @param issuedOn the day in Japan
 * @param dueOn the last day for paying
 * @param issuer what it says of the issuer; none if it was sent before that was recorded
 */
public record BillSlip(
        String payer,
        PostalAddress address,
        long amount,
        long taxIncluded,
        LocalDate issuedOn,
        LocalDate dueOn,
        @Nullable SlipIssuer issuer) {

    static BillSlip of(SlipIssued event) {
        return new BillSlip(
                event.payer(),
                event.address(),
                event.amount(),
                event.taxIncluded(),
                event.issuedOn(),
                event.dueOn(),
                event.issuer());
    }
}
