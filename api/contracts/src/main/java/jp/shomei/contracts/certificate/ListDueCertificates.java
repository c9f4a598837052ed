package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks for which certificates something is due: an expiry to be recorded, the generation before a renewal to be retired.
 * What is named may be done already; the commands do nothing then. Waits a little until the answer holds everything that
 * has happened before. Answers {@link DueCertificates}.
 *
 * @param day the day in Japan; what was due earlier and is not done counts too
 * @param after the last request ID of the answer before; none for the first
 * @param limit how many at most
 */
public record ListDueCertificates(LocalDate day, @Nullable String after, int limit) {}
