package jp.shomei.app;

import jp.shomei.app.start.StartRefused;
import jp.shomei.command.fee.RegistrationNumber;
import jp.shomei.command.fee.SlipSettings;
import org.jspecify.annotations.Nullable;

/** Reads what an operator has set for the payment slips. */
final class SlipSetting {

    private SlipSetting() {}

    /**
     * The settings.
     *
     * @throws StartRefused if the number of registration is none, or the account too long for a slip
     */
    static SlipSettings of(ShomeiProperties properties) {
        RegistrationNumber number = registrationNumber(properties.fee().registrationNumber());
        try {
            return new SlipSettings(number, properties.fee().payee());
        } catch (IllegalArgumentException unusable) {
            throw new StartRefused("--shomei.fee.payee: " + unusable.getMessage() + ".");
        }
    }

    private static @Nullable RegistrationNumber registrationNumber(@Nullable String number) {
        try {
            return number == null ? null : new RegistrationNumber(number);
        } catch (IllegalArgumentException unusable) {
            throw new StartRefused("--shomei.fee.registration-number: " + unusable.getMessage() + ".");
        }
    }
}
