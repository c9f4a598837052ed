package jp.shomei.query.institution;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.projections.institution.view.InstitutionModel;
import jp.shomei.projections.readmodel.view.ServedReadModel;

/** Finds what institutions have on file now (届出). */
public final class Registrations {

    private final ServedReadModel<InstitutionModel> institutions;

    public Registrations(MongoDatabase database) {
        this.institutions = InstitutionModel.served(database);
    }

    /** What an institution has on file; empty if it has nothing. */
    public Optional<Registration> find(InstitutionCode institution) {
        return Optional.ofNullable(findAll(Set.of(institution)).get(institution));
    }

    /** What each of these has on file; those that have nothing are left out. */
    public Map<InstitutionCode, Registration> findAll(Collection<InstitutionCode> codes) {
        Set<String> ids = codes.stream().map(InstitutionCode::value).collect(Collectors.toSet());
        return institutions.answer(model -> {
            Map<InstitutionCode, Registration> found = new HashMap<>();
            model.documents()
                    .find(Filters.in("_id", ids))
                    .forEach(document -> found.put(document.registration().code(), document.registration()));
            return found;
        });
    }
}
