package jp.shomei.contracts.fee;

import java.util.regex.Pattern;
import jp.shomei.contracts.institution.InstitutionCode;

/** Names of bills: one institution's fees of one billing month. */
public final class BillId {

    private static final Pattern FORM = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-([0-9]{10}|[0-9]{8})");
    private static final int MONTH_LENGTH = 7;

    private BillId() {}

    /** The bill of an institution, such as {@code 2024-06-0110214822}. */
    public static String of(BillingMonth month, InstitutionCode institution) {
        return month + "-" + institution;
    }

    /** Whether this can name a bill at all. */
    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    /** The billing month of a well-formed name. */
    public static BillingMonth month(String billId) {
        return BillingMonth.of(billId.substring(0, MONTH_LENGTH));
    }

    /** The institution of a well-formed name. */
    public static InstitutionCode institution(String billId) {
        return InstitutionCode.of(billId.substring(MONTH_LENGTH + 1));
    }
}
