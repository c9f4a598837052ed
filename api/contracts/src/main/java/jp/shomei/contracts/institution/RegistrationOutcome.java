package jp.shomei.contracts.institution;

import jp.shomei.contracts.message.Recorded;

/**
 * What became of a registration.
 *
 * @param recorded where the history now stands
 * @param change what was done
 * @param checkDigitValid whether the code's check digit is right; if not, applications go to an officer
 */
public record RegistrationOutcome(Recorded recorded, Change change, boolean checkDigitValid) {

    /** What was done. */
    public enum Change {
        REGISTERED,
        CHANGED,
        UNCHANGED
    }
}
