package jp.shomei.contracts.institution;

import java.util.List;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A registration as typed, nothing checked yet; the fields are those of {@link Registration}, the codes as on the
 * application form.
 */
public record RegistrationForm(
        @Nullable String name,
        @Nullable String category,
        @Nullable String prefecture,
        @Nullable String scoreTable,
        @Nullable String postalCode,
        @Nullable String address,
        @Nullable String founder,
        @Nullable String phone,
        @Nullable String paymentMethod) {

    /** Every bad field, in the order of the form; empty if the form is good. */
    public List<FieldError> check(String code) {
        return read(code).errors();
    }

    /**
     * The registration.
     *
     * @throws Refused naming every bad field
     */
    public Registration toRegistration(String code) {
        return read(code).registration();
    }

    private RegistrationReader read(String code) {
        return new RegistrationReader(code, this);
    }
}
