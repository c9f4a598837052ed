package jp.shomei.command.certificate;

import java.time.Instant;
import java.time.LocalDate;

/** Says on which day a notice is posted, and by which it must be. */
public interface DispatchDays {

    /** The dispatch day of a notice whose certificate was approved at this instant. */
    LocalDate dispatchDayFor(Instant approvedAt);

    /** The last day on which a notice can be posted as promised, whose certificate was approved on this day. */
    LocalDate promisedBy(LocalDate approvedOn);
}
