package jp.shomei.query.fee;

import java.util.Comparator;
import java.util.regex.Pattern;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;

/**
 * The place of a line in its ledger: by institution, then by charge.
 *
 * @param billId its bill
 * @param chargeId its charge
 */
record LinePlace(String billId, String chargeId) implements Comparable<LinePlace> {

    static final Pattern FORM = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-[0-9]{8}([0-9]{2})?:[A-Za-z0-9-]{1,80}");

    private static final Comparator<LinePlace> ORDER =
            Comparator.comparing(LinePlace::billId).thenComparing(LinePlace::chargeId);

    /** Reads what {@link #toString} wrote. */
    static LinePlace of(String text) {
        String[] parts = text.split(":", 2);
        return new LinePlace(parts[0], parts[1]);
    }

    /**
     * This place, if it is one of that month.
     *
     * @throws Refused with {@link ErrorCode#INVALID_REQUEST} if not
     */
    LinePlace in(BillingMonth month) {
        if (!BillId.month(billId).equals(month)) {
            throw Refused.because(ErrorCode.INVALID_REQUEST);
        }
        return this;
    }

    @Override
    public int compareTo(LinePlace other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return billId + ":" + chargeId;
    }
}
