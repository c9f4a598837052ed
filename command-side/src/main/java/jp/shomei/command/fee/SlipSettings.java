package jp.shomei.command.fee;

import jp.shomei.contracts.fee.SlipIssuer;
import org.jspecify.annotations.Nullable;

/**
 * What slips say of the issuer. A slip keeps saying what was set on the day it was sent.
 *
 * @param registrationNumber of the issuer; absent if it is not registered
 * @param payee the account to pay into (振込先口座), in words
 */
public record SlipSettings(@Nullable RegistrationNumber registrationNumber, String payee) {

    /** Where to pay if no account is named: the form that is enclosed tells. */
    public static final String ENCLOSED_FORM = "同封の払込取扱票に記載の口座";

    /** As long as one line of the slip. */
    private static final int LONGEST_PAYEE = 40;

    /** @throws IllegalArgumentException if the account is not named in 1 to 40 characters */
    public SlipSettings {
        if (payee.isBlank() || payee.length() > LONGEST_PAYEE) {
            throw new IllegalArgumentException("an account is named in 1 to " + LONGEST_PAYEE + " characters");
        }
    }

    /** The same as an event records it. */
    SlipIssuer issuer() {
        return new SlipIssuer(registrationNumber == null ? null : registrationNumber.value(), payee);
    }
}
