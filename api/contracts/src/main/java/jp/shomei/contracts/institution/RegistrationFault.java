package jp.shomei.contracts.institution;

import java.util.List;
import jp.shomei.contracts.refusal.FieldError;

/**
 * One bad registration of a list.
 *
 * @param index its place in the list, from 0
 * @param errors its bad fields
 */
public record RegistrationFault(int index, List<FieldError> errors) {

    public RegistrationFault {
        errors = List.copyOf(errors);
    }
}
