package jp.shomei.query.institution;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.Optional;
import jp.shomei.contracts.institution.FindInstitution;
import jp.shomei.contracts.institution.InstitutionView;
import jp.shomei.projections.institution.view.InstitutionDocument;
import jp.shomei.projections.institution.view.InstitutionModel;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import org.axonframework.queryhandling.QueryHandler;

/** Answers the operator and the officer. */
public final class InstitutionQueryHandler {

    private final ServedReadModel<InstitutionModel> institutions;

    public InstitutionQueryHandler(MongoDatabase database) {
        this.institutions = InstitutionModel.served(database);
    }

    /** What an institution has on file. */
    @QueryHandler
    public Optional<InstitutionView> handle(FindInstitution query) {
        return institutions
                .answer(model -> Optional.ofNullable(
                        model.documents().find(Filters.eq("_id", query.code())).first()))
                .map(InstitutionDocument::registration)
                .map(InstitutionView::of);
    }
}
