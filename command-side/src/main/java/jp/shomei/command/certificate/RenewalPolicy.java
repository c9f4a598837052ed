package jp.shomei.command.certificate;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A certificate may be renewed in the last days of its validity: while less than 90 days remain (90日未満), by the guide;
 * from 90 days before, as other publications have it, if the bound is inclusive.
 *
 * @param days how many days, 1 to 365
 * @param inclusive whether exactly so many remaining days are enough
 * @param grace how long the generation before stays valid beside the new one; none if until it expires by itself
 */
public record RenewalPolicy(
        int days, boolean inclusive, @Nullable Period grace) {

    private static final int MOST_DAYS = 365;

    /** As the guide (手引き) has it. */
    public static final RenewalPolicy AS_PUBLISHED = new RenewalPolicy(90, false, null);

    public RenewalPolicy {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("a renewal window has 1 to " + MOST_DAYS + " days");
        }
        if (grace != null && grace.isNegative()) {
            throw new IllegalArgumentException("a time of grace cannot be negative");
        }
    }

    /** The first day on which a certificate with this last day may be renewed. */
    LocalDate firstDay(LocalDate expiresOn) {
        return expiresOn.minusDays(inclusive ? days : days - 1);
    }

    /** The last day of a generation that is renewed today. */
    LocalDate previousValidUntil(LocalDate today, LocalDate expiresOn) {
        if (grace == null || today.plus(grace).isAfter(expiresOn)) {
            return expiresOn;
        }
        return today.plus(grace);
    }
}
