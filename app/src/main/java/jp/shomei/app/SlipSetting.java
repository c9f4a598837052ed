package jp.shomei.app;

import jp.shomei.app.start.StartRefused;
import jp.shomei.correspondence.slip.RegistrationNumber;
import jp.shomei.correspondence.slip.SlipSettings;

/** Reads what an operator has set for the payment slips. */
final class SlipSetting {

    private SlipSetting() {}

    /**
     * The settings.
     *
     * @throws StartRefused if the number of registration is none
     */
    static SlipSettings of(ShomeiProperties properties) {
        String number = properties.fee().registrationNumber();
        try {
            return new SlipSettings(number == null ? null : new RegistrationNumber(number));
        } catch (IllegalArgumentException unusable) {
            throw new StartRefused("--shomei.fee.registration-number: " + unusable.getMessage() + ".");
        }
    }
}
