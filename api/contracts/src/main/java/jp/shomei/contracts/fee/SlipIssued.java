package jp.shomei.contracts.fee;

import java.time.LocalDate;
import jp.shomei.contracts.institution.PostalAddress;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The payment slip (電子証明書発行・更新料払込請求書) is sent.
 *
 * @param billId the bill
 * @param payer the institution's name as filed
 * @param address where it is sent: the address on file
 * @param amount yen, tax included
 * @param taxIncluded the consumption tax inside the total, yen
 * @param issuedOn the day in Japan
 * @param dueOn the last day for paying
 * @param issuer what it says of the issuer; absent if it was sent before that was recorded
 */
@Revision("2")
public record SlipIssued(
        String billId,
        String payer,
        PostalAddress address,
        long amount,
        long taxIncluded,
        LocalDate issuedOn,
        LocalDate dueOn,
        @Nullable SlipIssuer issuer)
        implements FeeEvent {}
