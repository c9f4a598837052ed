package jp.shomei.contracts.fee;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The month in which fees are collected (請求月), two months after the month in which they arose (翌々月): what arose in
 * April is collected in June.
 *
 * @param month the month
 */
public record BillingMonth(YearMonth month) implements Comparable<BillingMonth> {

    private static final int MONTHS_LATER = 2;

    /** The month in which what arose on this day, in Japan, is collected. */
    public static BillingMonth ofChargesOn(LocalDate day) {
        return new BillingMonth(YearMonth.from(day).plusMonths(MONTHS_LATER));
    }

    /** The first month that has not begun on this day, in Japan: no earlier one takes in anything new. */
    public static BillingMonth yetToCome(LocalDate day) {
        return new BillingMonth(YearMonth.from(day).plusMonths(1));
    }

    /**
     * Reads a month such as {@code 2024-06}.
     *
     * @throws DateTimeParseException if it is none
     */
    @JsonCreator
    public static BillingMonth of(String text) {
        return new BillingMonth(YearMonth.parse(text));
    }

    /** The day after the last on which something can arise that is collected in this month. */
    public LocalDate completeFrom() {
        return month.minusMonths(MONTHS_LATER - 1).atDay(1);
    }

    /** The first day of the month. */
    public LocalDate firstDay() {
        return month.atDay(1);
    }

    /** The month after it. */
    public BillingMonth next() {
        return plus(1);
    }

    /** This month or the other, whichever is later. */
    public BillingMonth orLater(BillingMonth other) {
        return compareTo(other) < 0 ? other : this;
    }

    /** So many months later. */
    public BillingMonth plus(int months) {
        return new BillingMonth(month.plusMonths(months));
    }

    @Override
    public int compareTo(BillingMonth other) {
        return month.compareTo(other.month);
    }

    /** {@code 2024-06}. */
    @JsonValue
    @Override
    public String toString() {
        return month.toString();
    }
}
