package jp.shomei.command.certificate;

import java.time.Instant;
import java.time.LocalDate;

/** Says on which day a notice is posted. */
@FunctionalInterface
public interface DispatchDays {

    /** The dispatch day of a notice whose certificate was approved at this instant. */
    LocalDate dispatchDayFor(Instant approvedAt);
}
