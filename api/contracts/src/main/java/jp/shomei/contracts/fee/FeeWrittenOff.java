package jp.shomei.contracts.fee;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * An officer gives up what was not paid and is still owed.
 *
 * @param billId the bill
 * @param amount what is given up, yen, tax included
 * @param reason why
 * @param writtenOffOn the day in Japan
 * @param offsets what is not owed, since it was taken back by reversals that wait on other bills
 */
@Revision("2")
public record FeeWrittenOff(String billId, long amount, String reason, LocalDate writtenOffOn, List<Offset> offsets)
        implements FeeEvent {

    public FeeWrittenOff {
        offsets = List.copyOf(offsets);
    }

    /** What is set off, yen. */
    public long offset() {
        return offsets.stream().mapToLong(Offset::amount).sum();
    }
}
