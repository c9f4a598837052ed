package jp.shomei.contracts.institution;

import java.util.List;

/**
 * Checks registrations without filing them. Answers an array of {@link RegistrationFault}, one for each bad one.
 *
 * @param registrations at most a few hundred
 */
public record CheckRegistrations(List<RegisterInstitution> registrations) {

    public CheckRegistrations {
        registrations = List.copyOf(registrations);
    }
}
