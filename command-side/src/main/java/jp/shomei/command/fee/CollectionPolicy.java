package jp.shomei.command.fee;

/**
 * When fees are collected and how long is waited for them. The guide has slips sent about the tenth, after two deductions
 * that failed three months after the issue; how long an institution has to pay it leaves open.
 *
 * @param slipDay the day of the month on which slips are sent, 1 to 28; the next business day if it is none
 * @param fallbackSlipMonth how many months after the issue a slip is sent if deducting failed twice, 3 to 12
 * @param paymentDays how many days a slip leaves for paying, 1 to 365
 * @param graceDays how many days a warning leaves for paying before certificates are revoked, 1 to 365
 */
public record CollectionPolicy(int slipDay, int fallbackSlipMonth, int paymentDays, int graceDays) {

    /** As the guide (手引き) has it, with thirty days for paying and two weeks after the warning. */
    public static final CollectionPolicy USUAL = new CollectionPolicy(10, 3, 30, 14);

    private static final int LAST_DAY_OF_EVERY_MONTH = 28;
    private static final int MONTHS_OF_YEAR = 12;
    private static final int SECOND_DEDUCTION_MONTH = 3;
    private static final int DAYS_OF_YEAR = 365;

    public CollectionPolicy {
        requireWithin("the day on which slips are sent", slipDay, 1, LAST_DAY_OF_EVERY_MONTH);
        requireWithin(
                "the month of slips after two failures", fallbackSlipMonth, SECOND_DEDUCTION_MONTH, MONTHS_OF_YEAR);
        requireWithin("the days for paying", paymentDays, 1, DAYS_OF_YEAR);
        requireWithin("the days after a warning", graceDays, 1, DAYS_OF_YEAR);
    }

    private static void requireWithin(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " cannot be " + value + ", but " + least + " to " + most);
        }
    }
}
