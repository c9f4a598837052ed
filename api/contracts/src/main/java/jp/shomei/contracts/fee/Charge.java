package jp.shomei.contracts.fee;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger: one fee, or the reversal of one.
 *
 * @param chargeId its name, by {@link ChargeId}
 * @param kind what it is for
 * @param requestIds the certificates it is for: one, or those whose notice was mailed
 * @param generation the generation of the certificate; absent for postage
 * @param noticeId the notice; absent for fees of a certificate
 * @param amount yen, tax included; negative for a reversal
 * @param chargedOn the day in Japan on which it arose: of approval, renewal, posting, or reversal
 * @param reverses the charge that is reversed; absent otherwise
 */
public record Charge(
        String chargeId,
        ChargeKind kind,
        List<String> requestIds,
        @Nullable Integer generation,
        @Nullable String noticeId,
        int amount,
        LocalDate chargedOn,
        @Nullable String reverses) {

    public Charge {
        requestIds = List.copyOf(requestIds);
    }

    /** The first of the certificates it is for. */
    public String requestId() {
        return requestIds.getFirst();
    }

    /** What takes it back on this day. */
    public Charge reversedOn(LocalDate day) {
        return new Charge(
                ChargeId.ofReversal(chargeId), kind, requestIds, generation, noticeId, -amount, day, chargeId);
    }
}
