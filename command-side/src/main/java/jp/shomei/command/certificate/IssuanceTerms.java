package jp.shomei.command.certificate;

import java.time.Instant;
import java.time.LocalDate;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.certificate.CertificateIssued.Approval;
import jp.shomei.contracts.certificate.CertificateRenewed;
import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.time.JapanTime;

/**
 * What an approval grants, and a renewal: validity of 3 years and 3 months from that day (発行日), clipped to the month's
 * end where the day does not exist; download for 180 days; the fee of that day. An approval also grants the notice on
 * the next dispatch day; a renewal has none, and the days that remained are not added.
 */
public final class IssuanceTerms {

    private static final int VALIDITY_MONTHS = 39;
    private static final int DOWNLOAD_DAYS = 180;

    private final PriceTable prices;
    private final DispatchDays dispatchDays;

    public IssuanceTerms(PriceTable prices, DispatchDays dispatchDays) {
        this.prices = prices;
        this.dispatchDays = dispatchDays;
    }

    /** The licence fee of a certificate issued on this day, in yen. */
    int licenceFeeOn(LocalDate day) {
        return prices.licenceFeeOn(day);
    }

    /** The event of an approval at this instant. */
    CertificateIssued issue(
            String requestId, Application application, Registration filed, Approval approval, Instant approvedAt) {
        LocalDate issuedOn = JapanTime.dayOf(approvedAt);
        return new CertificateIssued(
                requestId,
                application.institution(),
                filed.category(),
                application.contact(),
                application.terminalName(),
                filed.address(),
                approval,
                issuedOn,
                expiresOn(issuedOn),
                downloadUntil(issuedOn),
                dispatchDays.dispatchDayFor(approvedAt),
                prices.licenceFeeOn(issuedOn));
    }

    /** The event of a renewal on this day. */
    CertificateRenewed renew(
            String requestId, int generation, Application holder, LocalDate renewedOn, LocalDate previousValidUntil) {
        return new CertificateRenewed(
                requestId,
                generation,
                holder.institution(),
                holder.category(),
                holder.contact(),
                holder.terminalName(),
                renewedOn,
                expiresOn(renewedOn),
                downloadUntil(renewedOn),
                previousValidUntil,
                prices.renewalFeeOn(renewedOn));
    }

    private static LocalDate expiresOn(LocalDate validFrom) {
        return validFrom.plusMonths(VALIDITY_MONTHS);
    }

    private static LocalDate downloadUntil(LocalDate validFrom) {
        return validFrom.plusDays(DOWNLOAD_DAYS);
    }
}
