package jp.shomei.contracts.fee;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.institution.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger.
 *
 * @param chargeId the charge
 * @param institution ten-digit code or insurer number
 * @param requestId the certificate; of postage for several, the first
 * @param requestIds all the certificates it is for
 * @param noticeId the notice, for postage
 * @param kind what it is for
 * @param amount yen, tax included; negative for a reversal
 * @param taxIncluded the consumption tax inside, yen
 * @param chargedOn the day in Japan on which it arose
 * @param method how it is collected
 * @param status where the collecting of its bill stands
 * @param statusLabel the same in Japanese
 * @param reverses the charge it takes back; absent otherwise
 * @param billId its bill
 */
public record LedgerLine(
        String chargeId,
        String institution,
        String requestId,
        List<String> requestIds,
        @Nullable String noticeId,
        ChargeKind kind,
        int amount,
        long taxIncluded,
        LocalDate chargedOn,
        PaymentMethod method,
        BillStatus status,
        String statusLabel,
        @Nullable String reverses,
        String billId) {

    public LedgerLine {
        requestIds = List.copyOf(requestIds);
    }
}
