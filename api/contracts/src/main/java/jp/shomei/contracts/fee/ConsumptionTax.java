package jp.shomei.contracts.fee;

/** Consumption tax (消費税) of ten percent, which is inside every amount. */
public final class ConsumptionTax {

    /** The rate, in percent. */
    public static final int PERCENT = 10;

    private ConsumptionTax() {}

    /**
     * The tax inside an amount, in yen, fractions cut off: 136 of 1,500, 68 of 753. A document is rounded once, on its
     * total.
     */
    public static long within(long amount) {
        return amount * PERCENT / (100 + PERCENT);
    }
}
