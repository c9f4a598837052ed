package jp.shomei.correspondence.mail;

import java.util.List;
import java.util.Locale;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.FeeOverdue;

/** What a holder reads of a bill that was not paid in time. */
final class OverdueWords {

    /** A mail names no more certificates; of those beyond, it tells the number. */
    static final int NAMED = 100;

    private OverdueWords() {}

    /** One certificate that the bill is for. */
    record Named(String requestId, String terminalName) {
        static Named of(CertificateDetailView certificate) {
            return new Named(
                    certificate.row().requestId(), OneLine.of(certificate.row().terminalName()));
        }
    }

    /** The warning to one address, which has these certificates. */
    static Wording warning(FeeOverdue event, List<CertificateDetailView> certificates) {
        return Wording.about(certificates.getFirst())
                .with("slipNumber", event.billId())
                .with("month", month(BillId.month(event.billId())))
                .with("amount", String.format(Locale.ROOT, "%,d", event.amount()))
                .with("dueOn", event.dueOn())
                .with("revokeAfter", event.revokeAfter())
                .with("atStake", certificates.stream().anyMatch(OverdueWords::canBeRevoked))
                .with(
                        "certificates",
                        certificates.stream().limit(NAMED).map(Named::of).toList())
                .withMore(certificates.size() - NAMED);
    }

    private static boolean canBeRevoked(CertificateDetailView certificate) {
        return certificate.row().status() == CertificateStatus.ISSUED;
    }

    private static String month(BillingMonth month) {
        return month.month().getYear() + "年" + month.month().getMonthValue() + "月";
    }
}
