package jp.shomei.command.certificate;

import java.time.LocalDate;
import java.time.Period;
import jp.shomei.contracts.certificate.RenewalWindow;
import org.jspecify.annotations.Nullable;

/**
 * A certificate may be renewed in the last days of its validity: while less than 90 days remain (90日未満), by the guide;
 * from 90 days before, as other publications have it, if the bound is inclusive.
 *
 * @param window in which last days
 * @param grace how long the generation before stays valid beside the new one; none if until it expires by itself
 */
public record RenewalPolicy(RenewalWindow window, @Nullable Period grace) {

    /** As the guide (手引き) has it. */
    public static final RenewalPolicy AS_PUBLISHED = new RenewalPolicy(RenewalWindow.AS_PUBLISHED, null);

    public RenewalPolicy {
        if (grace != null && grace.isNegative()) {
            throw new IllegalArgumentException("a time of grace cannot be negative");
        }
    }

    /** The first day on which a certificate with this last day may be renewed. */
    LocalDate firstDay(LocalDate expiresOn) {
        return window.firstDay(expiresOn);
    }

    /** The last day of a generation that is renewed today. */
    LocalDate previousValidUntil(LocalDate today, LocalDate expiresOn) {
        if (grace == null || today.plus(grace).isAfter(expiresOn)) {
            return expiresOn;
        }
        return today.plus(grace);
    }
}
