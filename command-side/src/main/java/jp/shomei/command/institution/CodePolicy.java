package jp.shomei.command.institution;

import java.util.ArrayList;
import java.util.List;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.ApplicationForm;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.RegisterInstitution;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;

/**
 * Forms must be well formed, and their code's check digit right if the authority insists on it.
 *
 * @param mode what a wrong check digit does
 */
public record CodePolicy(CheckDigitMode mode) {

    /** Every bad field of a registration. */
    public List<FieldError> check(RegisterInstitution command) {
        List<FieldError> errors = new ArrayList<>(command.form().check(command.code()));
        if (InstitutionCode.isWellFormed(command.code()) && refuses(InstitutionCode.of(command.code()))) {
            errors.add(FieldError.of("code", FieldRule.CHECK_DIGIT));
        }
        return errors;
    }

    /**
     * The registration.
     *
     * @throws Refused naming every bad field
     */
    public Registration read(RegisterInstitution command) {
        Refused.ifAny(check(command));
        return command.form().toRegistration(command.code());
    }

    /**
     * The application.
     *
     * @throws Refused naming every bad field
     */
    public Application read(ApplicationForm form) {
        Application application = form.toApplication();
        if (refuses(application.institution())) {
            String field = application.category() == Category.INSURER ? "insurerNumber" : "institutionCode";
            Refused.ifAny(List.of(FieldError.of(field, FieldRule.CHECK_DIGIT)));
        }
        return application;
    }

    /** Whether an officer should hear of this code's check digit. */
    public boolean warnsOf(InstitutionCode code) {
        return mode == CheckDigitMode.WARN && !code.hasValidCheckDigit();
    }

    private boolean refuses(InstitutionCode code) {
        return mode == CheckDigitMode.REJECT && !code.hasValidCheckDigit();
    }
}
