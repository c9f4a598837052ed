package jp.shomei.contracts.fee;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * The fees were not paid after the warning either: the certificates they are for are revoked (失効).
 *
 * @param billId the bill
 * @param requestIds the certificates
 * @param amount yen, tax included
 * @param defaultedOn the day in Japan
 */
@Revision("1")
public record FeeDefaulted(String billId, List<String> requestIds, long amount, LocalDate defaultedOn)
        implements FeeEvent {

    public FeeDefaulted {
        requestIds = List.copyOf(requestIds);
    }
}
