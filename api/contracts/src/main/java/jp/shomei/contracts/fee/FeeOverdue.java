package jp.shomei.contracts.fee;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.institution.InstitutionCode;
import org.axonframework.serialization.Revision;

/**
 * The slip was not paid in time; a warning mail follows.
 *
 * @param billId the bill
 * @param institution who ought to pay
 * @param requestIds the certificates that are at stake
 * @param amount yen, tax included
 * @param dueOn the last day for paying
 * @param revokeAfter the last day for paying before the certificates are revoked
 */
@Revision("1")
public record FeeOverdue(
        String billId,
        InstitutionCode institution,
        List<String> requestIds,
        long amount,
        LocalDate dueOn,
        LocalDate revokeAfter)
        implements FeeEvent {

    public FeeOverdue {
        requestIds = List.copyOf(requestIds);
    }
}
