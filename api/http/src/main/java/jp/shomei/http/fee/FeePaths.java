package jp.shomei.http.fee;

import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.ChargeId;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.message.Parameters;

/** Names of months, bills and charges in paths. */
final class FeePaths {
    private FeePaths() {}

    /** The month, or the refusal that says what to type. */
    static BillingMonth month(String typed) {
        Parameters path = new Parameters();
        var month = path.month("month", typed);
        path.check();
        return month.orElseThrow();
    }

    /** The bill's ID, unless no bill can have it. */
    static String bill(String billId) {
        if (!BillId.isWellFormed(billId)) {
            throw billNotFound();
        }
        return billId;
    }

    /** The charge's ID, unless no charge can have it. */
    static String charge(String chargeId) {
        if (!ChargeId.isWellFormed(chargeId)) {
            throw chargeNotFound();
        }
        return chargeId;
    }

    static Refused billNotFound() {
        return Refused.because(ErrorCode.BILL_NOT_FOUND);
    }

    static Refused chargeNotFound() {
        return Refused.because(ErrorCode.CHARGE_NOT_FOUND);
    }
}
