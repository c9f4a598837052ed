package jp.shomei.command.institution;

import java.util.Optional;
import java.util.function.Supplier;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.Registration;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Reads the registrations from their own history, so that a decision never rests on a read model that lags behind. */
public final class AggregateRegistrations implements FiledRegistrations {

    private final Supplier<Repository<Institution>> institutions;

    public AggregateRegistrations(Supplier<Repository<Institution>> institutions) {
        this.institutions = institutions;
    }

    @Override
    public Optional<Registration> find(InstitutionCode code) {
        try {
            return Optional.of(institutions.get().load(code.value()).invoke(Institution::filed));
        } catch (AggregateNotFoundException none) {
            return Optional.empty();
        }
    }
}
