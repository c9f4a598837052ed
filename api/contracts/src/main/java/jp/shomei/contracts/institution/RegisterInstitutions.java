package jp.shomei.contracts.institution;

import java.util.List;

/**
 * Files many registrations in one transaction, all or none. Answers an {@link ImportOutcome}; refused with
 * {@code INVALID_FIELDS} if any is bad.
 *
 * @param registrations at most a few hundred, each code once
 */
public record RegisterInstitutions(List<RegisterInstitution> registrations) {

    public RegisterInstitutions {
        registrations = List.copyOf(registrations);
    }
}
