package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The last days of a certificate's validity, in which it can be renewed (証明書の更新): while the days that remain are
 * fewer than so many (残り90日未満). The last day itself, with none remaining, belongs to it.
 *
 * @param days so many remaining days, 1 to 365
 * @param inclusive whether exactly so many remaining days are few enough (以下 instead of 未満)
 */
public record RenewalWindow(int days, boolean inclusive) {

    private static final int MOST_DAYS = 365;

    /** As the guide (手引き) has it. */
    public static final RenewalWindow AS_PUBLISHED = new RenewalWindow(90, false);

    public RenewalWindow {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("a renewal window has 1 to " + MOST_DAYS + " days");
        }
    }

    /** Whether a certificate with this last day of validity can be renewed today. */
    public boolean isOpen(LocalDate today, LocalDate lastDay) {
        long remaining = ChronoUnit.DAYS.between(today, lastDay);
        return remaining >= 0 && (inclusive ? remaining <= days : remaining < days);
    }

    /** The first day on which a certificate with this last day of validity can be renewed. */
    public LocalDate firstDay(LocalDate lastDay) {
        return lastDay.minusDays(inclusive ? days : days - 1L);
    }
}
